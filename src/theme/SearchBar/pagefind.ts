/** A part of a page that answers a query: the page itself or one heading. */
export interface Hit {
  readonly url: string;
  /** The heading, or the page's title. */
  readonly title: string;
  /** The page's title, where the hit is one of its headings. */
  readonly page: string | undefined;
  /** HTML: text with `<mark>` around what was found. */
  readonly excerpt: string;
}

/** A function that searches the pages of one language. */
export type Search = (query: string) => Promise<Hit[]>;

interface Part {
  readonly url: string;
  readonly title: string;
  readonly excerpt: string;
}

interface Page {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly Part[];
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(query: string): Promise<{
    readonly results: readonly { data(): Promise<Page> }[];
  }>;
}

const pagesShown = 8;
const partsShown = 3;

/**
 * Loads the search engine that the build has written beside the pages.
 *
 * @param root path of the site, that of the default locale
 * @param language what the document's `lang` says: it chooses the index
 * @throws when it is not there: a development server has none
 */
export async function loadSearch(
  root: string,
  language: string,
): Promise<Search> {
  const engine = (await import(
    /* webpackIgnore: true */ `${root}pagefind/pagefind.js`
  )) as Pagefind;
  await engine.options({ baseUrl: root, excerptLength: 24 });
  return async (query) => {
    const asked = words(query, language);
    // Letters of Chinese that stand together are meant together, if any page has them so.
    const together = await engine.search(`"${asked.join(' ')}"`);
    const { results } =
      language.startsWith('zh') && together.results.length > 0
        ? together
        : await engine.search(asked.join(' '));
    const pages = await Promise.all(
      results.slice(0, pagesShown).map((result) => result.data()),
    );
    const hits = pages.flatMap(hitsOf);
    return hits.some(({ excerpt }) => marks(excerpt, asked)) ? hits : [];
  };
}

/**
 * For a word that no page has, the engine offers those that share its first
 * letter or two. That is no answer: a mark has to begin as a word of the query.
 */
function marks(excerpt: string, asked: readonly string[]): boolean {
  const marked = markedWords(excerpt);
  return asked.some((word) => {
    const beginning = word.toLowerCase().slice(0, 3);
    return marked.some((text) => text.startsWith(beginning));
  });
}

function markedWords(excerpt: string): string[] {
  return [...excerpt.matchAll(/<mark>([^<]*)/g)].map(([, text = '']) =>
    text.toLowerCase(),
  );
}

/** Whoever pastes a line of a console means the part that has most of its words, not the first with one of them. */
function byWordsFound(a: Part, b: Part): number {
  const found = ({ excerpt }: Part) => new Set(markedWords(excerpt)).size;
  return found(b) - found(a);
}

/**
 * Chinese has no spaces, and no two programs agree on where its words end: the
 * index holds single characters, and so the query is cut into them.
 */
function words(query: string, language: string): string[] {
  const spaced = language.startsWith('zh')
    ? query.replaceAll(/(\p{Script=Han})/gu, ' $1 ')
    : query;
  return spaced.trim().split(/\s+/);
}

function hitsOf(page: Page): Hit[] {
  const title = plain(page.meta.title ?? page.url);
  const parts = page.sub_results.toSorted(byWordsFound).slice(0, partsShown);
  return parts.length === 0
    ? [{ url: page.url, title, page: undefined, excerpt: plain(page.excerpt) }]
    : parts.map((part) => ({
        url: part.url,
        title: plain(part.title),
        page: part.url === page.url ? undefined : title,
        excerpt: plain(part.excerpt),
      }));
}

/** Takes out what the index put between Chinese characters, also between marks. */
function plain(text: string): string {
  return text.replaceAll('\u200b', '').replaceAll('</mark><mark>', '');
}
