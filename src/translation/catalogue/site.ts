import { existsSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

import type { Content } from '../content.ts';
import { pageFiles } from '../page/pages.ts';
import { type Page, readPage, UnreadablePage } from '../page/read-page.ts';
import type { Problem } from '../problem.ts';
import {
  catalogueOf,
  interfaceCatalogueOf,
  readCatalogue,
} from './catalogue-files.ts';
import type { Catalogue, PlacedMessage } from './catalogue.ts';
import { interfaceMessages } from './interface-messages.ts';
import { merge, type MergeCounts } from './merge.ts';
import { printPo } from './po.ts';

/** A source of messages: a page, or the texts that are on none. */
export interface Source {
  /** Path from the root of the site. */
  file: string;
  messages: PlacedMessage[];
  page?: Page;
}

/** A source in a language. */
export interface Localized {
  source: Source;
  locale: string;
  /** As on disk. */
  catalogue: Catalogue;
  /** After `update`. */
  merged: Catalogue;
  counts: MergeCounts;
  /** The text of the file after `update`. */
  text: string;
}

/** All sources in all languages. */
export interface Site {
  root: string;
  content: Content;
  sources: Source[];
  localized: Localized[];
  /** Pages that can't be read; they aren't sources. */
  unreadPages: Problem[];
}

function header(catalogue: Catalogue, locale: string): string {
  if (catalogue.header.text !== '') return catalogue.header.text;
  return [
    `Project-Id-Version: ${basename(catalogue.file, '.po')}`,
    // gettext requires these fields; a date would change with every merge.
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
 * Merges a source with its catalogue.
 *
 * @param root absolute path of the site
 * @param locale may be a language that the site doesn't have yet
 * @returns the catalogue on disk and after `update`
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
 * Reads all pages and catalogues, and merges them in memory. Unreadable ones are reported.
 *
 * @param root absolute path of the site
 * @throws if a component's string can't be extracted
 */
export async function readSite(root: string, content: Content): Promise<Site> {
  const sources: Source[] = [];
  const unreadPages: Problem[] = [];
  for (const file of pageFiles(root, content.docsDir)) {
    try {
      const page = await readPage(root, file, content);
      sources.push({ file, page, messages: page.messages });
    } catch (error) {
      if (!(error instanceof UnreadablePage)) throw error;
      unreadPages.push(error.problem);
    }
  }
  const texts = await interfaceMessages(root, content);
  if (texts.length > 0)
    sources.push({ file: content.configFile, messages: texts });
  const localized = content.locales
    .filter((locale) => locale !== content.defaultLocale)
    .flatMap((locale) =>
      sources.map((source) => localize(root, content, source, locale)),
    );
  return { root, content, sources, localized, unreadPages };
}

/** Lists the problems of unreadable pages and catalogues. */
export function unreadable({
  unreadPages,
  localized,
}: Pick<Site, 'unreadPages' | 'localized'>): Problem[] {
  return [
    ...unreadPages,
    ...localized.flatMap(({ catalogue }) => catalogue.problems),
  ];
}

/** Whether a catalogue can be read completely. Rewriting an incomplete one would lose messages. */
export function isReadable({
  catalogue,
}: Pick<Localized, 'catalogue'>): boolean {
  return catalogue.problems.length === 0;
}

/**
 * Finds catalogues of deleted pages.
 *
 * @returns paths from the root
 */
export function orphans({
  root,
  content,
  localized,
  unreadPages,
}: Site): string[] {
  const known = new Set([
    ...localized.map(({ catalogue }) => catalogue.file),
    ...unreadPages.flatMap(({ file }) =>
      content.locales.map((locale) => catalogueOf(content, locale, file)),
    ),
  ]);
  const directory = join(root, content.catalogueDir);
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.po'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !known.has(file))
    .sort();
}
