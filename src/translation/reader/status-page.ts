import { statSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { Parent, Root } from 'mdast';
import type {} from 'mdast-util-mdx';

import {
  catalogueOf,
  interfaceCatalogueOf,
  readCatalogue,
} from '../catalogue/catalogue-files.ts';
import { interfaceMessages } from '../catalogue/interface-messages.ts';
import { localize, type Source } from '../catalogue/site.ts';
import { type Status, statusOf } from '../commands/status.ts';
import type { Content } from '../content.ts';
import {
  type FrontMatter,
  translateFrontMatter,
} from '../page/front-matter.ts';
import { pageFiles } from '../page/pages.ts';
import { readPage } from '../page/read-page.ts';
import { characterRules } from '../style/character-rules.ts';
import { catalogueShare } from './page-state.ts';
import { leastShare } from './page-translation.ts';
import { statusBlocks, type StatusRow } from './status-table.ts';
import type { ReaderWords } from './words.ts';

/** Element that is replaced by the status. */
const element = 'TranslationStatus';

/** The site and the language of the page. */
export interface StatusSource {
  root: string;
  content: Content;
  locale: string;
  words: ReaderWords;
}

/** Whether the source of a page contains the status, which depends on all pages and catalogues. */
export function showsStatus(source: string): boolean {
  return source.includes(`<${element}`);
}

/** Lists the dependencies of the status: absolute paths of all pages and catalogues, including missing ones. */
export function statusFiles(root: string, content: Content): string[] {
  const pages = pageFiles(root, content.docsDir);
  const catalogues = content.locales
    .filter((locale) => locale !== content.defaultLocale)
    .flatMap((locale) => [
      ...pages.map((page) => catalogueOf(content, locale, page) ?? page),
      interfaceCatalogueOf(content, locale),
    ]);
  return [...pages, ...catalogues].map((file) => join(root, file));
}

/**
 * Replaces `<TranslationStatus />` by the status of all translations.
 *
 * @param tree changed in place
 * @param path absolute path of the page
 */
export async function insertStatus(
  tree: Root,
  path: string,
  { root, content, locale, words }: StatusSource,
): Promise<void> {
  const parents = parentsOf(tree);
  if (parents.length === 0) return;
  const status = await statusRows(root, content);
  const rows = status.map(({ frontMatter, ...row }): StatusRow => {
    if (frontMatter === undefined)
      return { ...row, title: words('translationStatus.interface').text };
    const title = titleOf(
      frontMatter,
      catalogueOf(content, locale, row.source),
    );
    return { ...row, page: row.source, title: title ?? row.source };
  });
  const place = { page: relative(root, path), language: locale, words };
  for (const parent of parents)
    parent.children = parent.children.flatMap((child) =>
      isStatus(child) ? statusBlocks(rows, place) : [child],
    );

  function titleOf(
    frontMatter: FrontMatter,
    file: string | undefined,
  ): string | undefined {
    const catalogue =
      file === undefined || locale === content.defaultLocale
        ? undefined
        : readCatalogue(root, file);
    const translated =
      catalogue === undefined || catalogueShare(catalogue) < leastShare
        ? frontMatter
        : translateFrontMatter(
            frontMatter,
            catalogue,
            characterRules({ ...content, locale }),
          ).frontMatter;
    return typeof translated['title'] === 'string'
      ? translated['title']
      : undefined;
  }
}

function isStatus(node: Parent['children'][number]): boolean {
  return node.type === 'mdxJsxFlowElement' && node.name === element;
}

function parentsOf(tree: Root): Parent[] {
  const found: Parent[] = [];
  const walk = (node: Parent): void => {
    if (node.children.some(isStatus)) found.push(node);
    for (const child of node.children) if ('children' in child) walk(child);
  };
  walk(tree);
  return found;
}

/** The progress of a source in a language. */
export interface SourceStatus extends Status {
  /** The English front matter of a page; undefined for the interface. */
  readonly frontMatter: FrontMatter | undefined;
}

/** Cache of counts. Without it, a development server would count all pages again after a change of one catalogue. */
const counted = new Map<
  string,
  { stamp: string; rows: Promise<SourceStatus[]> }
>();

/**
 * Counts message states.
 *
 * @returns a row for each page and language, and one for each interface, by language
 */
export async function statusRows(
  root: string,
  content: Content,
): Promise<SourceStatus[]> {
  const locales = content.locales.filter(
    (locale) => locale !== content.defaultLocale,
  );
  const count = (source: Source): SourceStatus[] =>
    statusOf({
      root,
      content,
      sources: [source],
      localized: locales.map((one) => localize(root, content, source, one)),
      unreadPages: [],
    }).map((row) => ({ ...row, frontMatter: source.page?.frontMatter }));
  const once = (
    name: string,
    files: readonly string[],
    read: () => Promise<Source>,
  ): Promise<SourceStatus[]> => {
    const stamp = files
      .map((file) => {
        const stat = statSync(join(root, file), { throwIfNoEntry: false });
        return `${stat?.mtimeMs}:${stat?.size}`;
      })
      .join();
    const known = counted.get(name);
    if (known?.stamp === stamp) return known.rows;
    const rows = read().then(count);
    counted.set(name, { stamp, rows });
    return rows;
  };
  const rows = await Promise.all([
    ...pageFiles(root, content.docsDir).map((file) =>
      once(
        join(root, file),
        [
          file,
          ...locales.map((one) => catalogueOf(content, one, file) ?? file),
        ],
        async () => {
          const page = await readPage(root, file, content);
          return { file, page, messages: page.messages };
        },
      ),
    ),
    once(
      root,
      locales.map((one) => interfaceCatalogueOf(content, one)),
      async () => ({
        file: content.configFile,
        messages: await interfaceMessages(root, content),
      }),
    ),
  ]);
  return locales.flatMap((locale) =>
    rows.flat().filter((row) => row.locale === locale && row.messages > 0),
  );
}
