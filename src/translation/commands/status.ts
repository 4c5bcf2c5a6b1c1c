import type { Site } from '../catalogue/site.ts';
import { isMachine, provenanceOf } from '../catalogue/provenance.ts';
import { refusals } from './refusals.ts';

/** Progress of a source's translation. */
export interface Status {
  locale: string;
  source: string;
  catalogue: string;
  /** Number of messages. */
  messages: number;
  /** Translated and not outdated. */
  current: number;
  /** The English has changed since. */
  outdated: number;
  missing: number;
  /** Translated, but not shown. */
  refused: number;
  /** Current translations by a program. */
  machineMade: number;
  /** Current translations with a review. */
  reviewed: number;
  /** Current translations that a person has reviewed. */
  reviewedByPeople: number;
  /** Share of messages that readers see in the language, from 0 to 1. */
  share: number;
}

/**
 * Counts message states.
 *
 * @returns one row per page and language, and one for each interface
 */
export function statusOf(site: Site): Status[] {
  return site.localized.map((localized) => {
    const { source, locale, merged } = localized;
    const entries = [...merged.byKey.values()];
    const refused = new Set(
      refusals(localized, site.content).map(({ line }) => line),
    ).size;
    const missing = entries.filter(({ text }) => text === '').length;
    const outdated = entries.filter(
      ({ fuzzy, text }) => fuzzy && text !== '',
    ).length;
    const messages = entries.length;
    const origins = entries
      .filter(({ fuzzy }) => !fuzzy)
      .map((entry) => provenanceOf(entry, merged.header.text));
    const reviewed = origins.flatMap((origin) => origin.reviewed ?? []);
    const current = messages - missing - outdated - refused;
    return {
      locale,
      source: source.file,
      catalogue: merged.file,
      messages,
      current,
      outdated,
      missing,
      refused,
      machineMade: origins.filter(({ by }) => isMachine(by)).length,
      reviewed: reviewed.length,
      reviewedByPeople: reviewed.filter((name) => !isMachine(name)).length,
      share: messages === 0 ? 1 : current / messages,
    };
  });
}

/** Formats the status as a table: each language with its share, followed by its sources. */
export function printStatus(rows: readonly Status[]): string[] {
  const locales = [...new Set(rows.map(({ locale }) => locale))];
  return locales.flatMap((locale) => {
    const ofLocale = rows.filter((row) => row.locale === locale);
    const sum = (field: Count): number =>
      ofLocale.reduce((total, row) => total + row[field], 0);
    return [
      `${locale}: ${percent(sum('current'), sum('messages'))} of ${sum('messages')} messages are current; ${sum('machineMade')} made by a machine, ${sum('reviewed')} reviewed, ${sum('reviewedByPeople')} of these by a person`,
      ...ofLocale.map(
        (row) =>
          `  ${percent(row.current, row.messages).padStart(5)}  ${row.source}${details(row)}`,
      ),
    ];
  });
}

/** Lists the counts of a row that aren't zero. */
function details(row: Status): string {
  const counts = [
    [row.outdated, 'outdated'],
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
  // Rounds down, so that 100 % means complete.
  return `${whole === 0 ? 100 : Math.floor((100 * part) / whole)} %`;
}
