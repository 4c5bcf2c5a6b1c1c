import { messageKey } from './message.ts';
import type { Problem } from './problem.ts';

/** One entry of a catalogue. */
export interface Entry {
  context?: string;
  /** The text in the source language; the empty one is the header. */
  id: string;
  /** The translation; empty while there is none. */
  text: string;
  /** The source has changed since: a translator has to look. */
  fuzzy: boolean;
  /** What the source said when this was translated. */
  previousId?: string;
  previousContext?: string;
  /** `#`: by people, for people. */
  translatorComments: string[];
  /** `#.`: by the extractor. */
  extractedComments: string[];
  /** `#:`: files. */
  references: string[];
  /** The message is gone from the source. */
  obsolete: boolean;
  /** Line of `msgstr`, from 1; 0 in an entry that was never in a file. */
  line: number;
}

/** A catalogue as read from a PO file. */
export interface Catalogue {
  /** The path that problems name. */
  file: string;
  header: Entry;
  /** In the order of the file, without the header. */
  entries: Entry[];
  /** Broken syntax and duplicates. */
  problems: Problem[];
  /** The entries that are not obsolete, by `messageKey`. */
  byKey: ReadonlyMap<string, Entry>;
}

/**
 * Makes an entry with nothing but its text.
 *
 * @param id - The text in the source language.
 * @param context - Its context, if it has one.
 * @returns The entry, not translated.
 */
export function newEntry(id: string, context?: string): Entry {
  return {
    ...(context === undefined ? {} : { context }),
    id,
    text: '',
    fuzzy: false,
    translatorComments: [],
    extractedComments: [],
    references: [],
    obsolete: false,
    line: 0,
  };
}

/**
 * Makes a catalogue from entries, and reports those that stand twice: the first one counts.
 *
 * @param file - The path that problems name.
 * @param header - The entry with the empty id.
 * @param entries - All others, in order.
 * @param problems - What the reader of the file has found already.
 * @returns The catalogue.
 */
export function newCatalogue(
  file: string,
  header: Entry,
  entries: Entry[],
  problems: Problem[] = [],
): Catalogue {
  const byKey = new Map<string, Entry>();
  const all = [...problems];
  for (const entry of entries) {
    if (entry.obsolete) continue;
    const key = messageKey(entry.context, entry.id);
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, entry);
    else
      all.push({
        file,
        line: entry.line,
        text: `the message ${JSON.stringify(entry.id)} stands twice; its other translation is in line ${first.line}, and that one is shown; delete one of the two.`,
      });
  }
  all.sort((a, b) => a.line - b.line);
  return { file, header, entries, problems: all, byKey };
}
