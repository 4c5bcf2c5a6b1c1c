import { statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

import { type Catalogue, newCatalogue, newEntry } from './catalogue.ts';
import { readPo } from './po.ts';
import { readSiteFile } from './site-file.ts';

/** Folders of pages and catalogues, relative to the site's root. */
export interface Layout {
  docsDir: string;
  catalogueDir: string;
}

/**
 * Returns the path of a page's catalogue: `i18n/<locale>/docs/<page>.po`.
 *
 * @param page path of the page, from the root of the site
 * @returns the path from there; undefined if the page isn't in the docs folder
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

/** Returns the path of the catalogue of texts that are on no page, from the root of the site. */
export function interfaceCatalogueOf(layout: Layout, locale: string): string {
  return join(layout.catalogueDir, locale, 'interface.po');
}

const cache = new Map<string, { stamp: string; catalogue: Catalogue }>();

/** Limits the cache of builds that translate only titles, because their pages are in the bundler's cache. */
const mostKept = 100;

/**
 * Reads a catalogue, or returns it from the cache if its file hasn't changed.
 *
 * @param file path of the catalogue from the root of the site
 * @returns an empty catalogue if there is no such file, and one with a problem if it can't be read
 */
export function readCatalogue(root: string, file: string): Catalogue {
  const path = join(root, file);
  const stamp = stampOf(path);
  const known = cache.get(path);
  if (stamp !== undefined && known?.stamp === stamp) return known.catalogue;
  const content = readSiteFile(root, file);
  if (content === undefined) return newCatalogue(file, newEntry(''), []);
  if ('message' in content)
    return newCatalogue(file, newEntry(''), [], [content]);
  const catalogue = readPo(content.text, file, content.wrongBytes);
  cache.delete(path);
  if (stamp !== undefined) cache.set(path, { stamp, catalogue });
  const [oldest] = cache.keys();
  if (cache.size > mostKept && oldest !== undefined) cache.delete(oldest);
  return catalogue;
}

/** Identifies a version of a file; undefined if it doesn't exist or is a circular link. */
function stampOf(path: string): string | undefined {
  try {
    const { mtimeMs, size } = statSync(path);
    return `${mtimeMs}:${size}`;
  } catch {
    return undefined;
  }
}

/** Evicts a catalogue once its page is translated: a build reads all catalogues for their titles before the first page. */
export function releaseCatalogue(root: string, file: string): void {
  cache.delete(join(root, file));
}
