import { siteConfig } from '../../../site.config.ts';
import { quoted } from '../../core/nearest.ts';
import { bareNamesOf } from '../../evidence/lint/bare.ts';
import type { Problem } from '../../core/problem.ts';
import type { BoundWords } from '../../evidence/problem.ts';
import {
  catalogueOf,
  readCatalogue,
} from '../../translation/catalogue/catalogue-files.ts';
import type { Entry } from '../../translation/catalogue/catalogue.ts';

/** The messages of one page in one language. */
export interface PageCatalogue {
  /** Path of the page from the root of the repository. */
  readonly page: string;
  /** Path of the catalogue. */
  readonly file: string;
  readonly entries: readonly Entry[];
}

/**
 * Reads the catalogues of pages in all languages.
 *
 * @param pages paths from the root of the repository
 */
export function readCatalogues(pages: readonly string[]): PageCatalogue[] {
  const { defaultLocale, locales } = siteConfig;
  const others = locales.filter((locale) => locale !== defaultLocale);
  return pages.flatMap((page) =>
    others.flatMap((locale) => {
      const file = catalogueOf(siteConfig, locale, page);
      if (file === undefined) return [];
      const { entries } = readCatalogue(siteConfig.root, file);
      return [{ page, file, entries: entries.filter((one) => !one.obsolete) }];
    }),
  );
}

/**
 * Finds the translations of bound words.
 *
 * @param page path of the page
 * @returns `file:line` of each message that refers to the value, or whose English is one of the words
 */
export function translationsOf(
  { name, words }: BoundWords,
  page: string,
  catalogues: readonly PageCatalogue[],
): string[] {
  const texts = new Set(words.map(plainText));
  return catalogues
    .filter((catalogue) => catalogue.page === page)
    .flatMap(({ file, entries }) =>
      entries
        .filter(
          ({ id }) =>
            (name !== undefined && id.includes(`][=${name}]`)) ||
            texts.has(plainText(id)),
        )
        .map(({ line }) => `${file}:${line}`),
    );
}

/** Removes Markdown from a message, roughly. */
function plainText(message: string): string {
  return message
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\]\([^)]*\)|\]?\[=[^\]]*\]/g, '')
    .replaceAll(/[[\]`*_\\]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * Checks that no translation names a URL, a file or a number that its English does not name. Code spans and
 * references are compared by the translation's own check.
 *
 * @param catalogues of all pages
 * @returns a problem in the catalogue for each name that was changed or added
 */
export function translatedNameProblems(
  catalogues: readonly PageCatalogue[],
): Problem[] {
  return catalogues.flatMap(({ file, entries }) =>
    entries.flatMap(({ id, text, line, fuzzy }) => {
      // Outdated translations aren't shown.
      if (text === '' || fuzzy) return [];
      const english = namesIn(id);
      const added = namesIn(text).filter((name) => !english.includes(name));
      const [name] = added;
      if (name === undefined) return [];
      const instead =
        english.length > 0 ? `it names ${quoted(english)}` : 'it names none';
      return [
        {
          file,
          line,
          message: `the translation names "${name}", which the English doesn't; ${instead}. Use the same name.`,
        },
      ];
    }),
  );
}

/** URLs, files and numbers outside of backquotes, tags, link targets and references; `1.000` and `1,000` are one number. */
function namesIn(message: string): string[] {
  const text = message
    .replaceAll(/`[^`]*`/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\]\([^)]*\)|\[=[^\]]*\]/g, ' ');
  const { names, rest } = bareNamesOf(text);
  const numbers = rest.match(/(?<![\w.-])\d+(?:[.,\u00a0]\d+)*/g) ?? [];
  return [
    ...names,
    ...numbers.map((number) => number.replaceAll(/[.,\u00a0]/g, '')),
  ];
}
