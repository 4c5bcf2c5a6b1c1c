import type { Entry } from './catalogue.ts';
import type { Localized } from './catalogues.ts';
import { messageKey } from './message.ts';
import { readPo } from './po-read.ts';
import { formatDiff, wordDiff } from './word-diff.ts';

/** A translation whose English has changed since. */
export interface StaleMessage {
  /** Path of the catalogue. */
  file: string;
  /** Of its `msgstr`, in the catalogue as it has to be. */
  line: number;
  entry: Entry;
  /** The English that was translated. */
  before: string;
}

/**
 * Finds where each message of a catalogue stands once `update` has written it.
 *
 * @param localized - A source in a language.
 * @returns The line of `msgstr` of an entry; 1 for one that is not in it.
 */
export function linesOf({
  text,
  merged,
}: Pick<Localized, 'text' | 'merged'>): (entry: Entry) => number {
  const { byKey } = readPo(text, merged.file);
  return ({ context, id }) => byKey.get(messageKey(context, id))?.line ?? 1;
}

/**
 * Lists the translations of a catalogue whose English has changed since.
 *
 * @param localized - A source in a language.
 * @returns Them in the order of the source; without those of which nobody knows what was translated.
 */
export function staleMessages(localized: Localized): StaleMessage[] {
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

/**
 * Writes what has changed in the English of a translation.
 *
 * @param stale - The translation.
 * @param colour - Whether a terminal shows it.
 * @returns The place, and below it the words that were removed and added.
 */
export function printStale(
  { file, line, before, entry }: StaleMessage,
  colour: boolean,
): string[] {
  const diff = wordDiff(before, entry.id);
  const moved =
    before === entry.id
      ? ` (the same words, now as ${entry.context ?? 'text'}, not as ${entry.previousContext ?? 'text'})`
      : '';
  return [`${file}:${line}`, `  ${formatDiff(diff, colour)}${moved}`];
}
