import { statSync } from 'node:fs';
import { join } from 'node:path';

import type { Source } from '../catalogues.ts';
import type { Content } from '../content.ts';
import type { FrontMatter } from '../front-matter.ts';
import { catalogueOf, interfaceCatalogueOf } from '../layout.ts';
import type { PlacedMessage } from '../message.ts';
import { pageFiles } from '../pages.ts';
import type { Status } from '../status.ts';

/** How far a source is in a language. */
export interface SourceStatus extends Status {
  /** What a page is known by in the language that it is written in; undefined for everything that is on no page. */
  frontMatter: FrontMatter | undefined;
}

/** The rows of one source, and the state of its files when they were counted. */
interface Counted {
  stamp: string;
  rows: Promise<SourceStatus[]>;
}

interface Memory {
  /** By the file of the source. */
  counted: Map<string, Counted>;
  /** What is on no page: to find it in the components takes long. */
  interfaceMessages?: Promise<PlacedMessage[]>;
}

/** A build loads this module anew for each language; the status is the same in all of them. */
const kept: { [name: symbol]: Memory | undefined } = globalThis;
const slot = Symbol.for('translation status');

/**
 * Counts the states of all messages. A page whose files have not changed since is not read again: whoever translates saves one
 * catalogue after the other, and waits for each.
 *
 * @param root - Absolute path of the site.
 * @param content - The site.
 * @returns A row for each page and language, and for the interface of each language; language after language.
 */
export async function statusRows(
  root: string,
  content: Content,
): Promise<SourceStatus[]> {
  const memory: Memory = kept[slot] ?? { counted: new Map() };
  kept[slot] = memory;
  const locales = content.locales.filter(
    (locale) => locale !== content.defaultLocale,
  );
  const once = (
    source: string,
    files: readonly string[],
    count: () => Promise<SourceStatus[]>,
  ): Promise<SourceStatus[]> => {
    const stamp = stampOf(root, files);
    const known = memory.counted.get(source);
    if (known?.stamp === stamp) return known.rows;
    const rows = count();
    memory.counted.set(source, { stamp, rows });
    return rows;
  };
  const rows = await Promise.all([
    ...pageFiles(root, content.docsDir).map((page) =>
      once(
        page,
        [
          page,
          ...locales.map((one) => catalogueOf(content, one, page) ?? page),
        ],
        () => rowsOfPage(root, content, page, locales),
      ),
    ),
    once(
      'content.ts',
      locales.map((locale) => interfaceCatalogueOf(content, locale)),
      () => rowsOfInterface(root, content, memory, locales),
    ),
  ]);
  return locales.flatMap((locale) =>
    rows.flat().filter((row) => row.locale === locale),
  );
}

function stampOf(root: string, files: readonly string[]): string {
  return files
    .map((file) => {
      const stat = statSync(join(root, file), { throwIfNoEntry: false });
      return `${file}:${stat?.mtimeMs}:${stat?.size}`;
    })
    .join('\n');
}

// What reads a whole page takes long to load, and a build loads all for each language.

async function rowsOfPage(
  root: string,
  content: Content,
  file: string,
  locales: readonly string[],
): Promise<SourceStatus[]> {
  const { readPage } = await import('../read-page.ts');
  const page = await readPage(root, file, content);
  const source = { file, page, messages: page.messages };
  const rows = await rowsOf(root, content, source, locales);
  return rows.map((row) => ({ ...row, frontMatter: page.frontMatter }));
}

async function rowsOfInterface(
  root: string,
  content: Content,
  memory: Memory,
  locales: readonly string[],
): Promise<SourceStatus[]> {
  const { interfaceMessagesOf } = await import('../interface-messages.ts');
  const file = 'content.ts';
  memory.interfaceMessages ??= interfaceMessagesOf(root, content, file);
  const messages = await memory.interfaceMessages;
  if (messages.length === 0) return [];
  const rows = await rowsOf(root, content, { file, messages }, locales);
  return rows.map((row) => ({ ...row, frontMatter: undefined }));
}

async function rowsOf(
  root: string,
  content: Content,
  source: Source,
  locales: readonly string[],
): Promise<Status[]> {
  const { localize } = await import('../catalogues.ts');
  const { statusOf } = await import('../status.ts');
  const localized = locales.map((locale) =>
    localize(root, content, source, locale),
  );
  return statusOf({ root, content, sources: [source], localized });
}
