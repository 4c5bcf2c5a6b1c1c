import { join } from 'node:path';

import type { Entry } from './catalogue.ts';
import type { Localized, Site } from './catalogues.ts';
import { forgotten } from './forgotten.ts';
import { glossaryProblem, readGlossary, type Term } from './glossary.ts';
import type { Problem } from './problem.ts';
import { refusals } from './refusals.ts';
import { blockProblem } from './style-blocks.ts';
import { chineseProblem } from './style-chinese.ts';
import { germanProblem } from './style-german.ts';
import { unreadCatalogues } from './unread-catalogues.ts';

/** What a language that is declared complete still lacks. */
function incomplete({ catalogue }: Localized): Problem[] {
  return [...catalogue.byKey.values()].flatMap((entry) => {
    const at = { file: catalogue.file, line: entry.line };
    if (entry.text === '')
      return [
        {
          ...at,
          text: `this message has no translation; there is only ${quote(entry.id)}; write its msgstr.`,
        },
      ];
    if (entry.fuzzy && entry.previousId === undefined)
      return [
        {
          ...at,
          text: `nobody has confirmed this translation; it may say something else than ${quote(entry.id)}; compare the two, correct the msgstr, and delete the line "#, fuzzy".`,
        },
      ];
    if (entry.fuzzy)
      return [
        {
          ...at,
          text: `the English has changed since this was translated; it was ${quote(entry.previousId ?? '')} and is now ${quote(entry.id)}; correct the msgstr and delete the lines that begin with "#, fuzzy" and "#|".`,
        },
      ];
    return [];
  });
}

function styleProblems(
  locale: string,
  terms: readonly Term[],
  { context, id, text }: Entry,
): string[] {
  const language = locale.split('-')[0];
  const own =
    language === 'zh'
      ? chineseProblem(text)
      : language === 'de'
        ? germanProblem(text)
        : undefined;
  return [
    // A comment in code is no Markdown.
    context === 'code' ? undefined : blockProblem(id, text),
    own,
    glossaryProblem(terms, id, text),
  ].filter((problem) => problem !== undefined);
}

/** What is written against the style; a refused text is no text yet, and may be one that takes zhlint minutes. */
function style(
  { locale, catalogue }: Localized,
  terms: readonly Term[],
  refused: ReadonlySet<number>,
): Problem[] {
  const { file } = catalogue;
  return [...catalogue.byKey.values()].flatMap((entry) => {
    const { line } = entry;
    if (entry.text === '' || entry.fuzzy || refused.has(line)) return [];
    return styleProblems(locale, terms, entry).map((text) => ({
      file,
      line,
      text,
    }));
  });
}

/**
 * Finds everything that is wrong with the translations.
 *
 * @param site - The site.
 * @returns The problems, by file and line; none if all is well.
 */
export function check(site: Site): Problem[] {
  const { root, content, localized } = site;
  const complete = new Set(content.completeLocales ?? content.locales);
  const problems = unreadCatalogues(site);
  const glossaries = new Map<string, Term[]>();
  for (const locale of content.locales) {
    const file = join(content.catalogueDir, locale, 'glossary.json');
    const glossary = readGlossary(root, file);
    glossaries.set(locale, glossary.terms);
    problems.push(...glossary.problems);
  }
  for (const one of localized) {
    problems.push(...one.catalogue.problems);
    // A file that cannot be read in full would be reported again for each entry that is lost.
    if (one.catalogue.problems.length > 0) continue;
    const refused = refusals(one, content);
    problems.push(
      ...forgotten(root, one),
      ...(complete.has(one.locale) ? incomplete(one) : []),
      ...refused,
      ...style(
        one,
        glossaries.get(one.locale) ?? [],
        new Set(refused.map(({ line }) => line)),
      ),
    );
  }
  return problems.sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
}

function quote(text: string): string {
  const line = text.replaceAll('\n', '\\n');
  return `"${line.length > 80 ? `${line.slice(0, 79)}…` : line}"`;
}
