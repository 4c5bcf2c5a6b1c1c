import type { Site } from './catalogues.ts';
import { machine, provenanceOf } from './provenance.ts';
import { refusals } from './refusals.ts';

/** How far the translation of one source is. */
export interface Status {
  locale: string;
  source: string;
  catalogue: string;
  /** How many messages there are. */
  messages: number;
  /** Translated, and the English has not changed since. */
  current: number;
  /** The English has changed since. */
  stale: number;
  missing: number;
  /** Translated, but not shown. */
  refused: number;
  /** Of the translations that are not stale, those by a program. */
  machineMade: number;
  /** Of the translations that are not stale, those that somebody or something has read since. */
  reviewed: number;
  /** Of `reviewed`, those that a person has read. */
  reviewedByPeople: number;
  /** Of `messages`, what a reader sees in the language: from 0 to 1. */
  share: number;
}

/**
 * Counts the states of all messages.
 *
 * @param site - The site.
 * @returns One row for each page and language, and for the interface of each language.
 */
export function statusOf(site: Site): Status[] {
  return site.localized.map((localized) => {
    const { source, locale, merged } = localized;
    const entries = [...merged.byKey.values()];
    const refused = new Set(
      refusals(localized, site.content).map(({ line }) => line),
    ).size;
    const missing = entries.filter(({ text }) => text === '').length;
    const stale = entries.filter(
      ({ fuzzy, text }) => fuzzy && text !== '',
    ).length;
    const messages = entries.length;
    const origins = entries
      .filter(({ fuzzy }) => !fuzzy)
      .map((entry) => provenanceOf(entry, merged.header.text));
    const reviewed = origins.flatMap((origin) => origin.reviewed ?? []);
    const current = messages - missing - stale - refused;
    return {
      locale,
      source: source.file,
      catalogue: merged.file,
      messages,
      current,
      stale,
      missing,
      refused,
      machineMade: origins.filter(({ by }) => by === machine).length,
      reviewed: reviewed.length,
      reviewedByPeople: reviewed.filter((name) => name !== machine).length,
      share: messages === 0 ? 1 : current / messages,
    };
  });
}

/**
 * Writes the states as a table for people.
 *
 * @param rows - The states.
 * @returns Lines: each language with its share, and below it each source with its own counts.
 */
export function printStatus(rows: readonly Status[]): string[] {
  const locales = [...new Set(rows.map(({ locale }) => locale))];
  return locales.flatMap((locale) => {
    const ours = rows.filter((row) => row.locale === locale);
    const sum = (field: Count): number =>
      ours.reduce((total, row) => total + row[field], 0);
    return [
      `${locale}: ${percent(sum('current'), sum('messages'))} of ${sum('messages')} messages are current; ${sum('machineMade')} made by a machine, ${sum('reviewed')} reviewed, ${sum('reviewedByPeople')} of these by a person`,
      ...ours.map(
        (row) =>
          `  ${percent(row.current, row.messages).padStart(5)}  ${row.source}${details(row)}`,
      ),
    ];
  });
}

/** What a row counts, without what it has none of. */
function details(row: Status): string {
  const counts = [
    [row.stale, 'stale'],
    [row.missing, 'missing'],
    [row.refused, 'refused'],
    [row.machineMade, 'made by a machine'],
    [row.reviewed, 'reviewed'],
    [row.reviewedByPeople, 'reviewed by a person'],
  ] as const;
  const text = counts
    .filter(([count]) => count > 0)
    .map(([count, state]) => `${count} ${state}`)
    .join(', ');
  return text === '' ? '' : `  ${text}`;
}

type Count = {
  [Field in keyof Status]: Status[Field] extends number ? Field : never;
}[keyof Status];

function percent(part: number, whole: number): string {
  // Rounded down: 100 % is said only where nothing is left.
  return `${whole === 0 ? 100 : Math.floor((100 * part) / whole)} %`;
}
