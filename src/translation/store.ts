import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { type Catalogue, newCatalogue, newEntry } from './catalogue.ts';
import { decodePo } from './po-decode.ts';
import { readPo } from './po-read.ts';

const cache = new Map<string, { stamp: string; catalogue: Catalogue }>();

/** A build whose pages are in the bundler's cache reads all catalogues for their titles alone, and says none. */
const mostKept = 100;

/**
 * Reads a catalogue; one that has not changed since is not read twice, until it is released or 100 others
 * were read.
 *
 * @param root - Absolute path of the site.
 * @param file - The catalogue's path from there.
 * @returns The catalogue; an empty one if there is no such file.
 */
export function readCatalogue(root: string, file: string): Catalogue {
  const path = join(root, file);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return newCatalogue(file, newEntry(''), []);
  const stamp = `${stat.mtimeMs}:${stat.size}`;
  const known = cache.get(path);
  if (known?.stamp === stamp) return known.catalogue;
  const { text, wrongBytes } = decodePo(readFileSync(path));
  const catalogue = readPo(text, file, wrongBytes);
  cache.delete(path);
  cache.set(path, { stamp, catalogue });
  const [oldest] = cache.keys();
  if (cache.size > mostKept && oldest !== undefined) cache.delete(oldest);
  return catalogue;
}

/**
 * Lets go of a catalogue whose page has been said: a build reads those of all pages for their titles, before it says the first.
 *
 * @param root - Absolute path of the site.
 * @param file - The catalogue's path from there.
 */
export function releaseCatalogue(root: string, file: string): void {
  cache.delete(join(root, file));
}
