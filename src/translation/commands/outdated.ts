import { type Entry, messageKey } from '../catalogue/catalogue.ts';
import type { Localized } from '../catalogue/site.ts';
import { readPo } from '../catalogue/po.ts';
import { formatDiff, wordDiff } from './word-diff.ts';

/** A translation whose English has changed since. */
export interface OutdatedMessage {
  /** Path of the catalogue. */
  file: string;
  /** Line of `msgstr` after `update`. */
  line: number;
  entry: Entry;
  /** English text that was translated. */
  before: string;
}

/** Returns a function from an entry to its line after `update`, or to 1 for an unknown entry. */
export function linesOf({
  text,
  merged,
}: Pick<Localized, 'text' | 'merged'>): (entry: Entry) => number {
  const { byKey } = readPo(text, merged.file);
  return ({ context, id }) => byKey.get(messageKey(context, id))?.line ?? 1;
}

/** Lists outdated translations in source order, except those without a known previous text. */
export function outdatedMessages(localized: Localized): OutdatedMessage[] {
  const lineOf = linesOf(localized);
  return [...localized.merged.byKey.values()].flatMap((entry) =>
    entry.fuzzy && entry.text !== '' && entry.previousId !== undefined
      ? [
          {
            file: localized.merged.file,
            line: lineOf(entry),
            entry,
            before: entry.previousId,
          },
        ]
      : [],
  );
}

/** Formats the changed English words of a translation below its location. */
export function formatOutdated(
  { file, line, before, entry }: OutdatedMessage,
  colour: boolean,
): string[] {
  const diff = wordDiff(before, entry.id);
  const moved =
    before === entry.id
      ? ` (the same words, now as ${entry.context ?? 'text'}, not as ${entry.previousContext ?? 'text'})`
      : '';
  return [`${file}:${line}`, `  ${formatDiff(diff, colour)}${moved}`];
}
