import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Entry } from './catalogue.ts';
import type { Localized, Site } from './catalogues.ts';
import { fillFromElsewhere } from './compendium.ts';
import type { MergeCounts } from './merge.ts';
import { formatProblem } from './problem.ts';

/**
 * Refuses to go on with a catalogue that cannot be read in full: to write it would lose what could not be read.
 *
 * @param site - The site.
 * @throws With a line for each problem.
 */
export function requireReadable({ localized }: Pick<Site, 'localized'>): void {
  const broken = localized.flatMap(({ catalogue }) => catalogue.problems);
  if (broken.length > 0) throw new Error(broken.map(formatProblem).join('\n'));
}

/**
 * Says whether a catalogue on disk is not as it has to be.
 *
 * @param root - Absolute path of the site.
 * @param localized - A source in a language.
 * @returns Whether `update` would write it.
 */
export function isOutdated(
  root: string,
  { catalogue, text }: Pick<Localized, 'catalogue' | 'text'>,
): boolean {
  const path = join(root, catalogue.file);
  return !existsSync(path) || readFileSync(path, 'utf8') !== text;
}

/**
 * Writes a catalogue, if it is not as it has to be.
 *
 * @param root - Absolute path of the site.
 * @param localized - A source in a language.
 * @returns Whether it was written.
 */
export function writeCatalogue(
  root: string,
  localized: Pick<Localized, 'catalogue' | 'text'>,
): boolean {
  if (!isOutdated(root, localized)) return false;
  const path = join(root, localized.catalogue.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, localized.text);
  return true;
}

/**
 * Writes the catalogues that are not as they have to be.
 *
 * @param site - The site.
 * @returns One line a language: what became of its translations.
 * @throws If a catalogue cannot be read in full.
 */
export function update(site: Pick<Site, 'root' | 'localized'>): string[] {
  requireReadable(site);
  const filled = fillFromElsewhere(site.localized);
  const totals = new Map<
    string,
    MergeCounts & { files: number; staleInAll: number }
  >();
  for (const one of site.localized) {
    const { locale, counts, merged } = one;
    const total = totals.get(locale) ?? {
      staleInAll: 0,
      stale: 0,
      carriedOver: 0,
      added: 0,
      gone: 0,
      files: 0,
    };
    if (writeCatalogue(site.root, one)) total.files += 1;
    total.stale += counts.stale;
    total.staleInAll += merged.entries.filter(isStale).length;
    total.carriedOver += counts.carriedOver;
    total.added += counts.added;
    total.gone += counts.gone;
    totals.set(locale, total);
  }
  return [...totals].map(
    ([locale, { stale, staleInAll, carriedOver, added, gone, files }]) =>
      `${locale}: ${stale} stale${inAll(stale, staleInAll)}, ${carriedOver} carried over, ${added} new${elsewhere(filled.get(locale))}, ${gone} gone (${files} ${files === 1 ? 'file' : 'files'} written)`,
  );
}

/** What an earlier update made stale is still to do. */
function inAll(now: number, all: number): string {
  return all === now ? '' : ` (${all} in all)`;
}

/** An imported text is fuzzy as well, but was made from no other English. */
function isStale({ obsolete, fuzzy, previousId }: Entry): boolean {
  return !obsolete && fuzzy && previousId !== undefined;
}

function elsewhere(filled = 0): string {
  return filled === 0 ? '' : `, ${filled} filled from other pages`;
}
