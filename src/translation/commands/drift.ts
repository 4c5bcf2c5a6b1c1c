import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { type Entry, messageKey } from '../catalogue/catalogue.ts';
import { type Localized, orphans, type Site } from '../catalogue/site.ts';
import { printPo } from '../catalogue/po.ts';
import { headerFields } from '../catalogue/provenance.ts';
import { i18n } from '../content.ts';
import { type Problem, quote } from '../problem.ts';
import { isLanguage, languageLine } from './add-locale.ts';

const update = `run ${i18n} update`;

/**
 * Reports pending changes of `update`, and losses that it can't restore.
 *
 * @param localized has a catalogue without syntax errors
 */
export function driftOf(root: string, localized: Localized): Problem[] {
  const { source, catalogue, merged, text } = localized;
  const { file, byKey, entries, header } = catalogue;
  const missing = source.messages.filter(
    ({ context, id }) => !byKey.has(messageKey(context, id)),
  );
  if (missing.length > 1 && missing.length === source.messages.length)
    return [
      {
        file: source.file,
        line: 1,
        message: `none of its ${missing.length} texts is in ${file}, which is ${byKey.size === 0 ? 'empty or missing' : 'the catalogue of another page'}; ${update}.`,
      },
    ];
  if (missing.length > 0)
    return missing.map(({ file: page, line, id }) => ({
      file: page,
      line: line ?? 1,
      message: `this text is not in ${file}; there is ${quote(id)}; ${update}.`,
    }));
  const problem = (line: number, message: string): Problem[] => [
    { file, line, message: `${message}.` },
  ];
  const extra = entries.find(
    ({ obsolete, context, id }) =>
      !obsolete && !merged.byKey.has(messageKey(context, id)),
  );
  if (extra !== undefined)
    return problem(
      extra.line,
      `${source.file} no longer has this text; there is ${quote(extra.id)}; ${update}`,
    );
  // `update` restores the header without the translator.
  if (header.text === '' && entries.length > 0)
    return problem(
      1,
      `the header is missing, and with it ${headerFields.by} and ${headerFields.reviewed}; the file begins with ${quote(entries[0]?.id ?? '')}; restore the header from an earlier version, or ${update} and ${i18n} sign`,
    );
  // Printed again to undo folded lines.
  const blocks = printPo(catalogue).trimEnd().split('\n\n');
  const updated = text.trimEnd().split('\n\n');
  const at = blocks.findIndex((block, index) => block !== updated[index]);
  const entry = printedOrder(catalogue)[at];
  if (entry === undefined)
    return blocks.length === updated.length
      ? []
      : problem(1, `the end of this catalogue is missing; ${update}`);
  const wantedEntry = printedOrder(merged)[at];
  if (wantedEntry === undefined || wantedEntry.id !== entry.id)
    return problem(
      entry.line,
      wantedEntry === undefined
        ? `update removes this message, which is a duplicate; there is ${quote(entry.id)}; ${update}`
        : `this message is not where update writes it; there is ${quote(entry.id)}, and update writes ${quote(wantedEntry.id)} here; ${update}`,
    );
  const target = updated[at]?.split('\n') ?? [];
  const lines = blocks[at]?.split('\n') ?? [];
  const index = lines.findIndex((line, place) => line !== target[place]);
  const line = lines[index] ?? '';
  return problem(
    lineIn(root, file, line, entry.line),
    `this line is not as update writes it; there is ${quote(line)}, and update writes ${quote(target[index] ?? '')}; ${update}`,
  );
}

function printedOrder({
  header,
  entries,
}: Pick<Localized['catalogue'], 'header' | 'entries'>): Entry[] {
  return [
    header,
    ...entries.filter(({ obsolete }) => !obsolete),
    ...entries.filter(({ obsolete }) => obsolete),
  ];
}

/** Finds a line of an entry in its file; returns the line of `msgstr` if an editor has folded it. */
function lineIn(
  root: string,
  file: string,
  text: string,
  msgstr: number,
): number {
  const lines = readFileSync(join(root, file), 'utf8').split(/\r?\n/);
  const at = lines
    .slice(0, msgstr)
    .findLastIndex((line) => line.trim() === text);
  return at === -1 ? msgstr : at + 1;
}

/** Finds unused catalogues, of deleted pages and unknown languages. */
export function unusedCatalogues(site: Site): Problem[] {
  const { catalogueDir, locales, defaultLocale } = site.content;
  const others = locales.filter((locale) => locale !== defaultLocale);
  const languages = new Map<string, string[]>();
  const problems: Problem[] = [];
  for (const file of orphans(site)) {
    const [folder = ''] = relative(catalogueDir, file).split(sep);
    if (isLanguage(folder) && !others.includes(folder))
      languages.set(folder, [...(languages.get(folder) ?? []), file]);
    else
      problems.push({
        file,
        line: 1,
        message:
          'the page of this catalogue does not exist; rename the catalogue as the page was renamed, or delete it.',
      });
  }
  for (const [folder, files] of languages)
    problems.push({
      file: files[0] ?? folder,
      line: 1,
      message: `"${folder}" is not a language of the site, so ${files.length === 1 ? 'its catalogue is' : `its ${files.length} catalogues are`} not used; there are ${others.join(', ')}; add this line to "languages" of the configuration: ${languageLine(folder)}`,
    });
  return problems;
}
