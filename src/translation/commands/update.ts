import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Entry } from '../catalogue/catalogue.ts';
import { isReadable, type Localized, type Site } from '../catalogue/site.ts';
import { fillFromOtherPages } from '../catalogue/fill.ts';
import type { MergeCounts } from '../catalogue/merge.ts';
import { writeSiteFile } from '../catalogue/site-file.ts';

/** Whether `update` would change a catalogue on disk. */
export function isOutdated(
  root: string,
  { catalogue, text }: Pick<Localized, 'catalogue' | 'text'>,
): boolean {
  const path = join(root, catalogue.file);
  return !existsSync(path) || readFileSync(path, 'utf8') !== text;
}

/**
 * Writes a catalogue if `update` has changed it.
 *
 * @returns whether it was written
 * @throws if it can't be written
 */
export function writeCatalogue(
  root: string,
  localized: Pick<Localized, 'catalogue' | 'text'>,
): boolean {
  if (!isOutdated(root, localized)) return false;
  writeSiteFile(root, localized.catalogue.file, localized.text);
  return true;
}

/**
 * Writes changed catalogues, except unreadable ones.
 *
 * @returns a line per language with the changes
 */
export function update(site: Pick<Site, 'root' | 'localized'>): string[] {
  const localized = site.localized.filter(isReadable);
  const filled = fillFromOtherPages(localized);
  const totals = new Map<
    string,
    MergeCounts & { files: number; outdatedInAll: number }
  >();
  for (const one of localized) {
    const { locale, counts, merged } = one;
    const total = totals.get(locale) ?? {
      outdatedInAll: 0,
      outdated: 0,
      carriedOver: 0,
      added: 0,
      gone: 0,
      files: 0,
    };
    if (writeCatalogue(site.root, one)) total.files += 1;
    total.outdated += counts.outdated;
    total.outdatedInAll += merged.entries.filter(hasOutdated).length;
    total.carriedOver += counts.carriedOver;
    total.added += counts.added;
    total.gone += counts.gone;
    totals.set(locale, total);
  }
  return [...totals].map(
    ([locale, { outdated, outdatedInAll, carriedOver, added, gone, files }]) =>
      `${locale}: ${outdated} outdated${inAll(outdated, outdatedInAll)}, ${carriedOver} carried over, ${added} new${filledNote(filled.get(locale))}, ${gone} gone (${files} ${files === 1 ? 'file' : 'files'} written)`,
  );
}

/** Earlier updates may have left outdated messages. */
function inAll(now: number, all: number): string {
  return all === now ? '' : ` (${all} in all)`;
}

/** A fuzzy message without a previous text is unconfirmed, not outdated. */
function hasOutdated({ obsolete, fuzzy, previousId }: Entry): boolean {
  return !obsolete && fuzzy && previousId !== undefined;
}

function filledNote(filled = 0): string {
  return filled === 0 ? '' : `, ${filled} filled from other pages`;
}
