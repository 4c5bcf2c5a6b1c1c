import type {
  LoadedContent,
  LoadedVersion,
} from '@docusaurus/plugin-content-docs';
import type { AllContent } from '@docusaurus/types';
import { cardPath } from '../../social-cards/address.ts';
import { cardSize } from '../../social-cards/card.ts';
import { isDefaultLocale, localeBaseUrl, settings, text } from './context.ts';

/** Lists pages with metadata for search engines and feeds. */
export function describedPages(loaded: AllContent) {
  return publishedPages(loaded).map((page) => ({
    ...page,
    image: {
      ...cardSize,
      path: localeBaseUrl + cardPath(page.permalink, localeBaseUrl),
    },
    original: isDefaultLocale
      ? undefined
      : settings.baseUrl + page.permalink.slice(localeBaseUrl.length),
  }));
}

/** Lists the same pages, each with its section of the site. */
export function sectionedPages(loaded: AllContent) {
  return describedPages(loaded).map((page) => ({
    ...page,
    section: page.categories[0] ?? text('navbar.guide'),
  }));
}

type Item = LoadedVersion['sidebars'][string][number];

/** Lists the pages in reading order: first the home page, last the others outside of the sidebar. */
function publishedPages(content: AllContent) {
  const loaded = content['docusaurus-plugin-content-docs']?.['default'];
  const version = isLoaded(loaded) ? loaded.loadedVersions[0] : undefined;
  if (version === undefined)
    throw new Error('The docs plugin has loaded no page.');
  const listed = Object.values(version.sidebars).flatMap((items) =>
    docsIn(items, []),
  );
  const categories = new Map(
    listed.map(({ id, categories }) => [id, categories]),
  );
  const ids = listed.map(({ id }) => id);
  const rank = (id: string) =>
    id === 'index' || ids.includes(id) ? ids.indexOf(id) : ids.length;
  return version.docs
    .toSorted((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1))
    .map(({ id, source, permalink, title, description, lastUpdatedAt }) => ({
      source: source.replace('@site/', ''),
      permalink,
      title,
      description,
      categories: categories.get(id) ?? [],
      // Contrary to its type, null if there is no date.
      ...(lastUpdatedAt ? { changed: lastUpdatedAt } : {}),
    }));
}

function docsIn(
  items: readonly Item[],
  categories: readonly string[],
): { id: string; categories: readonly string[] }[] {
  return items.flatMap((item) => {
    if (item.type === 'doc') return [{ id: item.id, categories }];
    if (item.type !== 'category') return [];
    return docsIn(item.items, [...categories, item.label]);
  });
}

function isLoaded(value: unknown): value is LoadedContent {
  return (
    typeof value === 'object' && value !== null && 'loadedVersions' in value
  );
}
