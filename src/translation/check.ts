import { join, relative, sep } from 'node:path';

import { isLanguage, languageLine } from './add-locale.ts';
import type { Entry } from './catalogue.ts';
import { type Localized, orphans, type Site } from './catalogues.ts';
import type { Content } from './content.ts';
import { glossaryProblem, readGlossary, type Term } from './glossary.ts';
import { messageKey } from './message.ts';
import { printPo } from './po-write.ts';
import type { Problem } from './problem.ts';
import { refusals } from './refusals.ts';
import { blockProblem } from './style-blocks.ts';
import { chineseProblem } from './style-chinese.ts';
import { germanProblem } from './style-german.ts';

const command = 'run npm run i18n update';

/** Messages that no catalogue has yet, and catalogues that differ from what a merge gives. */
function forgotten({ source, catalogue, merged, text }: Localized): Problem[] {
  const unknown = source.messages.filter(
    ({ context, id }) => !catalogue.byKey.has(messageKey(context, id)),
  );
  if (unknown.length > 0)
    return unknown.map(({ file, line, id }) => ({
      file,
      line: line ?? 1,
      text: `this text is not in ${catalogue.file}; there is ${quote(id)}; ${command}.`,
    }));
  const gone = catalogue.entries.find(
    ({ obsolete, context, id }) =>
      !obsolete && !merged.byKey.has(messageKey(context, id)),
  );
  if (gone !== undefined)
    return [
      {
        file: catalogue.file,
        line: gone.line,
        text: `${source.file} has no such text any more; there is ${quote(gone.id)}; ${command}.`,
      },
    ];
  return printPo(catalogue) === text
    ? []
    : [
        {
          file: catalogue.file,
          line: 1,
          text: `the order or the comments are not those of ${source.file}; they were left as they were; ${command}.`,
        },
      ];
}

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

/** Why nobody reads a catalogue. */
function orphanText(
  { catalogueDir, defaultLocale, locales }: Content,
  file: string,
): string {
  const [folder = ''] = relative(catalogueDir, file).split(sep);
  const others = locales.filter((locale) => locale !== defaultLocale);
  if (!others.includes(folder) && isLanguage(folder))
    return `"${folder}" is no language of the site; there are ${others.join(', ')}; add this line to "languages" of the configuration: ${languageLine(folder)}`;
  return 'there is no page of this name any more; its messages are shown nowhere; rename the catalogue as the page was renamed, or delete it.';
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
  const problems: Problem[] = orphans(site).map((file) => ({
    file,
    line: 1,
    text: orphanText(content, file),
  }));
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
      ...forgotten(one),
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
