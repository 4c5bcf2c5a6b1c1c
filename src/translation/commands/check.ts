import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

import type { Entry } from '../catalogue/catalogue.ts';
import type { Localized, Site } from '../catalogue/site.ts';
import { headerField } from '../catalogue/provenance.ts';
import type { Content } from '../content.ts';
import { type Problem, quote } from '../problem.ts';
import { characterRules } from '../style/character-rules.ts';
import { glossaryProblem, readGlossary } from '../style/glossary.ts';
import { proseOfTranslation } from '../style/source-prose.ts';
import {
  readStyle,
  styleProblems,
  type TextStyle,
} from '../style/text-style.ts';
import { untranslatedProblem } from '../style/untranslated.ts';
import { driftOf, unusedCatalogues } from './drift.ts';
import { refusals } from './refusals.ts';
import { checkSource } from './source-check.ts';

/** Returns why an entry isn't current; undefined if it is. */
function gapOf({ text, fuzzy, id, previousId }: Entry): string | undefined {
  if (text === '')
    return `this message has no translation; there is only ${quote(id)}; write its msgstr.`;
  if (!fuzzy) return undefined;
  return previousId === undefined
    ? `this translation is unconfirmed and may differ from ${quote(id)}; compare the two, correct the msgstr, and delete the line "#, fuzzy".`
    : `the English has changed since this was translated; it was ${quote(previousId)} and is now ${quote(id)}; correct the msgstr and delete the lines that begin with "#, fuzzy" and "#|".`;
}

/** Reports a catalogue in another language, for example one in the wrong folder. */
function languageProblem(
  root: string,
  { locale, catalogue: { file, header } }: Localized,
): Problem[] {
  const language = headerField(header.text, 'Language');
  if (language === undefined || isSameLanguage(language, locale)) return [];
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return [
    {
      file,
      line: lines.findIndex((line) => /(?:"|\\n)Language:/.test(line)) + 1,
      message: `this catalogue is in another language than its folder; there is ${quote(language)}; write "${locale.replaceAll('-', '_')}", or move the file.`,
    },
  ];
}

/** Compares language tags: `de_AT` is German, and `zh_CN` is simplified Chinese. */
function isSameLanguage(language: string, locale: string): boolean {
  try {
    const [a, b] = [language.replaceAll('_', '-'), locale].map((tag) =>
      new Intl.Locale(tag).maximize(),
    );
    return (
      a?.language === b?.language &&
      a?.script === b?.script &&
      (new Intl.Locale(locale).region === undefined || a?.region === b?.region)
    );
  } catch {
    return false;
  }
}

async function styleRulesOf({ style = {} }: Content, locale: string) {
  const [language = ''] = locale.split('-');
  return (await (style[locale] ?? style[language])?.()) ?? [];
}

/** Reads the words that an editor allows in a message: `# allow: word; other words`. */
function allowanceOf({ translatorComments }: Entry) {
  const words = translatorComments
    .flatMap((line) => /^allow:(.*)$/.exec(line)?.[1]?.split(';') ?? [])
    .map((word) => word.trim().toLowerCase());
  return (word: string): boolean => words.includes(word.toLowerCase());
}

/** Finds wordings that the style file of the language forbids. */
function wordingProblems(
  style: TextStyle | undefined,
  { text, extractedComments }: Entry,
  isAllowed: (word: string) => boolean,
): string[] {
  if (style === undefined) return [];
  const isHeading = extractedComments.some((line) =>
    line.startsWith('heading'),
  );
  return styleProblems(style, proseOfTranslation(text), isHeading)
    .filter(({ found }) => found === undefined || !isAllowed(found))
    .map(({ message }) => message);
}

/**
 * Runs work for a limited time, since the regular expressions of a translator can take years.
 *
 * @returns undefined after the limit
 */
function within<Result>(
  seconds: number,
  work: () => Result,
): Result | undefined {
  let result: Result | undefined;
  const context = { work: () => void (result = work()) };
  try {
    runInNewContext('work()', context, { timeout: 1000 * seconds });
    return result;
  } catch (error) {
    // The error may be of another context.
    const code: unknown = Reflect.get(Object(error), 'code');
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}

/**
 * Finds all problems of the translations, and of the style of the source language, by file and line.
 *
 * @param mostSeconds limit for each catalogue
 */
export async function check(site: Site, mostSeconds = 60): Promise<Problem[]> {
  const { root, content, localized } = site;
  const complete = content.completeLocales ?? content.locales;
  const problems = [
    ...site.unreadPages,
    ...unusedCatalogues(site),
    ...(await checkSource(site)),
  ];
  for (const locale of content.locales) {
    const glossary = readGlossary(
      root,
      join(content.catalogueDir, locale, 'glossary.json'),
    );
    problems.push(...glossary.problems);
    const { style, problems: styleFile } =
      locale === content.defaultLocale
        ? { problems: [] }
        : readStyle(root, join(content.catalogueDir, locale, 'style.json'));
    problems.push(...styleFile);
    const rules = await styleRulesOf(content, locale);
    const characters = characterRules({ ...content, locale });
    for (const one of localized.filter((other) => other.locale === locale)) {
      const { file, byKey, problems: syntax } = one.catalogue;
      problems.push(...syntax);
      // Entries that couldn't be read would be reported as missing.
      if (syntax.length > 0) continue;
      const refused = refusals(one, content);
      problems.push(
        ...driftOf(root, one),
        ...languageProblem(root, one),
        ...refused,
      );
      const refusedLines = new Set(refused.map(({ line }) => line));
      const messagesOf = (entry: Entry) => {
        const { id, text, line } = entry;
        const gap = gapOf(entry);
        const isAllowed = allowanceOf(entry);
        // zhlint takes minutes for some refused texts.
        const found =
          gap !== undefined
            ? [complete.includes(locale) ? gap : undefined]
            : refusedLines.has(line)
              ? []
              : [
                  complete.includes(locale)
                    ? untranslatedProblem(id, text, glossary.terms, characters)
                    : undefined,
                  ...rules.map((rule) => rule(text)),
                  ...wordingProblems(style, entry, isAllowed),
                  glossaryProblem(glossary.terms, id, text, isAllowed),
                ];
        return found.flatMap((message) =>
          message === undefined ? [] : [{ file, line, message }],
        );
      };
      const found = within(mostSeconds, () =>
        [...byKey.values()].flatMap(messagesOf),
      );
      problems.push(
        ...(found ?? [
          {
            file,
            line: 1,
            message: `the check of this catalogue takes longer than ${mostSeconds} seconds; a pattern in glossary.json or style.json repeats a repetition, such as (a+)+; correct it.`,
          },
        ]),
      );
    }
  }
  return problems.sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
}
