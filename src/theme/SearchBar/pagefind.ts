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
    const { results } = await engine.search(words(query, language));
    const pages = await Promise.all(
      results.slice(0, pagesShown).map((result) => result.data()),
    );
    return pages.flatMap(hitsOf);
  };
}

/** Chinese has no spaces, and the index knows words: so the query is cut, too. */
function words(query: string, language: string): string {
  if (!language.startsWith('zh') || !('Segmenter' in Intl)) return query;
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(query)]
    .map(({ segment }) => segment.trim())
    .filter((segment) => segment !== '')
    .join(' ');
}

function hitsOf(page: Page): Hit[] {
  const title = page.meta.title ?? page.url;
  const parts = page.sub_results.slice(0, partsShown);
  return parts.length === 0
    ? [{ url: page.url, title, page: undefined, excerpt: page.excerpt }]
    : parts.map((part) => ({
        url: part.url,
        title: part.title,
        page: part.url === page.url ? undefined : title,
        excerpt: part.excerpt,
      }));
}
