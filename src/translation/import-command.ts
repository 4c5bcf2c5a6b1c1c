import { basename, resolve } from 'node:path';

import type { Command } from './arguments.ts';
import { newCatalogue } from './catalogue.ts';
import type { Localized, Site } from './catalogues.ts';
import { type Import, importPage } from './import-page.ts';
import { messageKey } from './message.ts';
import { localeNamed, sourceNamed } from './names.ts';
import { readOldPage } from './old-page.ts';
import { printPo } from './po-write.ts';
import { withComment, withoutReview } from './provenance.ts';
import { linesOf } from './stale.ts';
import { requireReadable, update } from './update.ts';

/**
 * `i18n import`: fills messages without a translation from an old page, as fuzzy.
 *
 * @param site - The site.
 * @param command - The file; the page and the language, as options or behind the file.
 * @returns Lines that say what was taken and why, and what was not.
 * @throws If something is missing in the command, or the old page cannot be read.
 */
export async function importInto(
  site: Site,
  { operands, values, switches }: Command,
): Promise<string[]> {
  const [file, ...words] = operands;
  if (file === undefined)
    throw new Error(
      'i18n import: the file is missing; write npm run i18n import -- old.md --page <page> --locale <language>.',
    );
  const tag = words.find((word) => site.content.locales.includes(word));
  const locale = localeNamed(site.content, values.get('locale')?.[0] ?? tag);
  const name = values.get('page')?.[0] ?? words.find((word) => word !== tag);
  if (name === undefined)
    throw new Error('i18n import: the page is missing; write --page <page>.');
  const source = sourceNamed(site.sources, name);
  const page = source.page;
  const localized = site.localized.find(
    (one) => one.source === source && one.locale === locale,
  );
  if (page === undefined || localized === undefined)
    throw new Error(
      `i18n import: "${name}" is no page; an import needs one to compare with.`,
    );
  requireReadable({ localized: [localized] });
  const old = await readOldPage(resolve(site.root, file), file);
  const result = importPage(page, old, localized.merged);
  const filled = withTaken(localized, result, basename(file));
  const dry = switches.has('dry-run');
  if (!dry) update({ root: site.root, localized: [filled] });
  return [...old.notes, ...report(file, filled, result, dry)];
}

function withTaken(
  localized: Localized,
  { taken }: Import,
  file: string,
): Localized {
  const { merged } = localized;
  const byKey = new Map(taken.map((one) => [one.key, one]));
  const entries = merged.entries.map((entry) => {
    const one = entry.obsolete
      ? undefined
      : byKey.get(messageKey(entry.context, entry.id));
    if (one === undefined) return entry;
    return withoutReview(
      withComment(
        { ...entry, text: one.text, fuzzy: true },
        'by',
        `${file}:${one.line}`,
      ),
      merged.header.text,
    );
  });
  const filled = newCatalogue(merged.file, merged.header, entries);
  return { ...localized, merged: filled, text: printPo(filled) };
}

function report(
  file: string,
  localized: Localized,
  { taken, left, translated }: Import,
  dry: boolean,
): string[] {
  const lineOf = linesOf(localized);
  const { byKey } = localized.merged;
  const open = [...byKey.values()].filter(({ text }) => text === '').length;
  return [
    ...taken.flatMap(({ key, line, how, english, text }) => {
      const entry = byKey.get(key);
      return [
        `${file}:${line} → ${localized.merged.file}:${entry === undefined ? 1 : lineOf(entry)} (${how})`,
        `  ${flat(english)}`,
        `  ${flat(text)}`,
      ];
    }),
    ...left.map(
      ({ line, text, reason }) =>
        `${file}:${line}: not taken: ${reason}: ${flat(text)}`,
    ),
    `${localized.locale}: ${taken.length} ${dry ? 'would be' : 'were'} taken as fuzzy, ${left.length} not; ${translated} had a translation, ${open} have none.`,
  ];
}

function flat(text: string): string {
  return text.replaceAll('\n', '\\n');
}
