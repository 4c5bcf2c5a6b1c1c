import type {
  LoadedContent,
  LoadedVersion,
} from '@docusaurus/plugin-content-docs';
import type { AllContent } from '@docusaurus/types';

/** A page of the site, as what is made for machines has to know it. */
export interface PublishedPage {
  /** Path of its source, from the root of the repository. */
  readonly source: string;
  /** Its path on the host, in the language that is built. */
  readonly permalink: string;
  readonly title: string;
  readonly description: string;
  /** The labels of the categories that it stands below; none for what stands at the top of the menu. */
  readonly categories: readonly string[];
  /** When it was last changed, in milliseconds since 1970, if that is known. */
  readonly changed?: number;
}

type Item = LoadedVersion['sidebars'][string][number];

/**
 * The pages of the site in the order in which they are to be read: first those that stand in no menu, then the menu.
 *
 * @param content what all plugins have loaded
 * @throws when the plugin of the pages has loaded none
 */
export function publishedPages(content: AllContent): PublishedPage[] {
  const loaded = content['docusaurus-plugin-content-docs']?.['default'];
  const version = isLoaded(loaded) ? loaded.loadedVersions[0] : undefined;
  if (version === undefined) throw new Error('The site has loaded no page.');
  const listed = Object.values(version.sidebars).flatMap((items) =>
    docsIn(items, []),
  );
  const places = new Map(listed.map(({ id, categories }) => [id, categories]));
  const ids = listed.map(({ id }) => id);
  const rank = (id: string) => ids.indexOf(id);
  return version.docs
    .toSorted((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1))
    .map(({ id, source, permalink, title, description, lastUpdatedAt }) => ({
      source: source.replace('@site/', ''),
      permalink,
      title,
      description,
      categories: places.get(id) ?? [],
      // Docusaurus says null where there is no date, whatever its types say.
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
