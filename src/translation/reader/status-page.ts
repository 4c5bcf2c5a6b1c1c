import { join, relative } from 'node:path';

import type { Parent, Root } from 'mdast';
import type {} from 'mdast-util-mdx';

import type { Content } from '../content.ts';
import { type FrontMatter, translateFrontMatter } from '../front-matter.ts';
import { catalogueOf, interfaceCatalogueOf } from '../layout.ts';
import { pageFiles } from '../pages.ts';
import { readCatalogue } from '../store.ts';
import { catalogueShare } from './page-state.ts';
import { leastShare } from './page-translation.ts';
import { statusRows } from './status-rows.ts';
import { statusBlocks, type StatusRow } from './status-table.ts';
import type { ReaderWords } from './words.ts';

/** The element that a page writes where it wants the status. */
const element = 'TranslationStatus';

/** The site, and the language of the page. */
export interface StatusSource {
  root: string;
  content: Content;
  locale: string;
  words: ReaderWords;
}

/**
 * Whether a page shows the status.
 *
 * @param source - Its text.
 * @returns True if it is made from all pages and catalogues.
 */
export function showsStatus(source: string): boolean {
  return source.includes(`<${element}`);
}

/**
 * Lists what the status is made from.
 *
 * @param root - Absolute path of the site.
 * @param content - The site.
 * @returns Absolute paths of all pages and of all catalogues, whether they are there yet or not.
 */
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
 * Puts the status of all translations in the place of `<TranslationStatus />`.
 *
 * @param tree - The page; changed in place.
 * @param path - Absolute path of the page.
 * @param source - The site, and the language of the page.
 */
export async function drawStatus(
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
    const said =
      catalogue === undefined || catalogueShare(catalogue) < leastShare
        ? frontMatter
        : translateFrontMatter(frontMatter, catalogue).frontMatter;
    return typeof said['title'] === 'string' ? said['title'] : undefined;
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
