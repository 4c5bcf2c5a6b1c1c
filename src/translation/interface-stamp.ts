import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process loads this module anew for each language, and for each reload of the site. */
const written: { [name: symbol]: Set<string> | undefined } = globalThis;
const slot = Symbol.for('interface stamps');

/**
 * Writes the interface texts that the pages of a language are made with into a file, for the cache of the bundler: it changes
 * when a process begins with other texts than the one before. A process takes its texts for pages from its first load of the
 * site, so that it would compile all pages to no avail if they depended on the catalogue itself.
 *
 * @param folder - Where generated files lie; it is made.
 * @param locale - The language.
 * @param texts - Its texts by id.
 * @returns The path of the file.
 */
export function interfaceStamp(
  folder: string,
  locale: string,
  texts: Readonly<Record<string, string>>,
): string {
  const file = join(folder, `interface-texts-${locale}.json`);
  const known = (written[slot] ??= new Set());
  if (known.has(file)) return file;
  known.add(file);
  const text = JSON.stringify(texts);
  if (read(file) === text) return file;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  return file;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
