import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { content } from '../../content.ts';
import type { BoundWords } from '../../src/evidence/problem.ts';
import type { Entry } from '../../src/translation/catalogue.ts';
import { readPo } from '../../src/translation/po-read.ts';

/** The messages of one page in one language. */
export interface PageCatalogue {
  /** Path of the page from the root of the repository. */
  readonly page: string;
  /** Path of the catalogue. */
  readonly file: string;
  readonly entries: readonly Entry[];
}

/**
 * Reads the catalogues of pages in every language but that of the pages.
 *
 * @param pages paths from the root of the repository
 * @returns those that there are; what is wrong with one is the translation's own check to say
 */
export function readCatalogues(pages: readonly string[]): PageCatalogue[] {
  const { root, docsDir, catalogueDir, defaultLocale, locales } = content;
  const others = locales.filter((locale) => locale !== defaultLocale);
  return pages.flatMap((page) =>
    others.flatMap((locale) => {
      const inside = page.slice(docsDir.length + 1).replace(/\.mdx?$/, '.po');
      const file = `${catalogueDir}/${locale}/${docsDir}/${inside}`;
      const path = join(root, file);
      if (!existsSync(path)) return [];
      const { entries } = readPo(readFileSync(path, 'utf8'), file);
      return [{ page, file, entries: entries.filter((one) => !one.obsolete) }];
    }),
  );
}

/**
 * Where the words that rest on a value stand in other languages.
 *
 * @param bound the value and the words
 * @param page the page that holds them
 * @param catalogues those of all pages
 * @returns `file:line` of each message that names the value, or whose English is one of the words
 */
export function placesOf(
  { of, words }: Pick<BoundWords, 'of' | 'words'>,
  page: string,
  catalogues: readonly PageCatalogue[],
): string[] {
  const texts = new Set(words.map(bare));
  return catalogues
    .filter((catalogue) => catalogue.page === page)
    .flatMap(({ file, entries }) =>
      entries
        .filter(({ id }) => id.includes(`of="${of}"`) || texts.has(bare(id)))
        .map(({ line }) => `${file}:${line}`),
    );
}

/** A message without its Markdown: what a reader sees of it, near enough to compare. */
function bare(message: string): string {
  return message
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\]\([^)]*\)/g, '')
    .replaceAll(/[[\]`*_\\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
