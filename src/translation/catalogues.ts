import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

import type { Catalogue } from './catalogue.ts';
import type { Content } from './content.ts';
import { interfaceMessagesOf } from './interface-messages.ts';
import { catalogueOf, interfaceCatalogueOf } from './layout.ts';
import { merge, type MergeCounts } from './merge.ts';
import type { PlacedMessage } from './message.ts';
import { pageFiles } from './pages.ts';
import { type Page, readPage } from './read-page.ts';
import { printPo } from './po-write.ts';
import { readCatalogue } from './store.ts';

/** A source of messages: a page, or everything that is on none. */
export interface Source {
  /** Path from the root of the site. */
  file: string;
  messages: PlacedMessage[];
  page?: Page;
}

/** One source in one language. */
export interface Localized {
  source: Source;
  locale: string;
  /** As it is on disk. */
  catalogue: Catalogue;
  /** As it has to be. */
  merged: Catalogue;
  counts: MergeCounts;
  /** The text of the file as it has to be. */
  text: string;
}

/** The whole site, as its translators see it. */
export interface Site {
  root: string;
  content: Content;
  sources: Source[];
  localized: Localized[];
}

function header(catalogue: Catalogue, locale: string): string {
  if (catalogue.header.text !== '') return catalogue.header.text;
  return [
    `Project-Id-Version: ${basename(catalogue.file, '.po')}`,
    // Present and empty: gettext asks for them, and a date would change with every merge.
    'PO-Revision-Date: ',
    'Last-Translator: ',
    'Language-Team: ',
    `Language: ${locale.replace('-', '_')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    '',
  ].join('\n');
}

/**
 * Merges a source with its catalogue in a language.
 *
 * @param root - Absolute path of the site.
 * @param content - What it says of itself.
 * @param source - The source.
 * @param locale - The language; it need not be one of the site yet.
 * @returns The catalogue as it is and as it has to be.
 */
export function localize(
  root: string,
  content: Content,
  source: Source,
  locale: string,
): Localized {
  const file =
    source.page === undefined
      ? interfaceCatalogueOf(content, locale)
      : catalogueOf(content, locale, source.file);
  if (file === undefined) throw new Error(`${source.file} is no page`);
  const catalogue = readCatalogue(root, file);
  const { catalogue: merged, counts } = merge(catalogue, source.messages);
  merged.header = { ...merged.header, text: header(catalogue, locale) };
  return { source, locale, catalogue, merged, counts, text: printPo(merged) };
}

/**
 * Reads all pages and catalogues, and merges them in memory.
 *
 * @param root - Absolute path of the site.
 * @param content - What it says of itself.
 * @param configFile - Where it says so.
 * @returns The site.
 * @throws What reading a page throws.
 */
export async function readSite(
  root: string,
  content: Content,
  configFile: string,
): Promise<Site> {
  const sources: Source[] = [];
  for (const file of pageFiles(root, content.docsDir)) {
    const page = await readPage(root, file, content);
    sources.push({ file, page, messages: page.messages });
  }
  const texts = await interfaceMessagesOf(root, content, configFile);
  if (texts.length > 0) sources.push({ file: configFile, messages: texts });
  const localized = content.locales
    .filter((locale) => locale !== content.defaultLocale)
    .flatMap((locale) =>
      sources.map((source) => localize(root, content, source, locale)),
    );
  return { root, content, sources, localized };
}

/**
 * Finds the catalogues of pages that are gone.
 *
 * @param site - The site.
 * @returns Their paths from the root.
 */
export function orphans({ root, content, localized }: Site): string[] {
  const known = new Set(localized.map(({ catalogue }) => catalogue.file));
  const directory = join(root, content.catalogueDir);
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.po'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !known.has(file))
    .sort();
}
