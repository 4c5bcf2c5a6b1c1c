/** A search result: a page or a section. */
export interface Hit {
  readonly url: string;
  /** Heading of the section, or title of the page. */
  readonly title: string;
  /** Title of the page, if the result is a section. */
  readonly page: string | undefined;
  /** HTML with `<mark>` around matches. */
  readonly excerpt: string;
}

/** Searches the pages of one language. */
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

let attempts = 0;

/**
 * Loads Pagefind from the built site.
 *
 * @param root base URL of the default locale
 * @param language selects the index
 * @throws on a development server, which has no index
 */
export async function loadSearch(
  root: string,
  language: string,
): Promise<Search> {
  // Chromium doesn't fetch a module again that it once failed to fetch.
  const retry = attempts === 0 ? '' : `?retry=${attempts}`;
  attempts += 1;
  const engine = (await import(
    /* webpackIgnore: true */ `${root}pagefind/pagefind.js${retry}`
  )) as Pagefind;
  await engine.options({ baseUrl: root, excerptLength: 24 });
  return async (query) => {
    const terms = words(query, language);
    // Chinese characters are searched as a phrase first.
    const phrase = await engine.search(`"${terms.join(' ')}"`);
    const { results } =
      language.startsWith('zh') && phrase.results.length > 0
        ? phrase
        : await engine.search(terms.join(' '));
    const pages = await Promise.all(
      results.slice(0, pagesShown).map((result) => result.data()),
    );
    const hits = pages.flatMap(hitsOf);
    return hits.some(({ excerpt }) => matches(excerpt, terms)) ? hits : [];
  };
}

/** Rejects results that Pagefind returns for unknown words, which only share their first letters with the query. */
function matches(excerpt: string, terms: readonly string[]): boolean {
  const marked = markedWords(excerpt);
  return terms.some((word) => {
    const beginning = word.toLowerCase().slice(0, 3);
    return marked.some((text) => text.startsWith(beginning));
  });
}

function markedWords(excerpt: string): string[] {
  return [...excerpt.matchAll(/<mark>([^<]*)/g)].map(([, text = '']) =>
    text.toLowerCase(),
  );
}

/** Sorts sections by the number of words found, for queries such as a pasted error message. */
function byWordsFound(a: Part, b: Part): number {
  const found = ({ excerpt }: Part) => new Set(markedWords(excerpt)).size;
  return found(b) - found(a);
}

/** Splits a query into words, and Chinese into characters, as in the index. */
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

/** Removes the zero-width spaces that the index contains between Chinese characters. */
function plain(text: string): string {
  return text.replaceAll('\u200b', '').replaceAll('</mark><mark>', '');
}
