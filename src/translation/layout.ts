import { basename, join, relative } from 'node:path';

/** Where pages and catalogues lie; paths from the root of the site. */
export interface Layout {
  docsDir: string;
  catalogueDir: string;
}

/**
 * Names the catalogue of a page: `i18n/<locale>/docs/<page>.po`.
 *
 * @param layout - Where things lie.
 * @param locale - The language.
 * @param page - Path of the page, from the root of the site.
 * @returns The catalogue's path, from the root of the site; undefined if the page is not one of the documents.
 */
export function catalogueOf(
  { docsDir, catalogueDir }: Layout,
  locale: string,
  page: string,
): string | undefined {
  const inside = relative(docsDir, page);
  if (inside.startsWith('..')) return undefined;
  return join(
    catalogueDir,
    locale,
    basename(docsDir),
    inside.replace(/\.mdx?$/, '.po'),
  );
}

/**
 * Names the catalogue of everything that is on no page.
 *
 * @param layout - Where things lie.
 * @param locale - The language.
 * @returns The path, from the root of the site.
 */
export function interfaceCatalogueOf(layout: Layout, locale: string): string {
  return join(layout.catalogueDir, locale, 'interface.po');
}
