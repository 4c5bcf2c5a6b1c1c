import { type Problem, quote } from '../problem.ts';

/** The role of a text, if its translation depends on the role. */
export type MessageContext = 'title' | 'label' | 'code' | (string & {});

/** A translatable text. */
export interface Message {
  /** Markdown source on one line; a hard break is a backslash and a line feed. */
  id: string;
  /** Only set if the same words may need another translation. */
  context?: MessageContext;
  /** Describes the text and its location for translators. */
  comment: string;
  /** First line in the parsed text, from 1; undefined if unknown. */
  line?: number;
}

/** A message and its file. */
export interface PlacedMessage extends Message {
  file: string;
}

/** Returns the key of a message in catalogues: its context and id, joined by gettext's separator. */
export function messageKey(context: string | undefined, id: string): string {
  return context === undefined ? id : `${context}\u0004${id}`;
}

/** One entry of a catalogue. */
export interface Entry {
  context?: string;
  /** Text in the source language; empty in the header. */
  id: string;
  /** Translation; empty if missing. */
  text: string;
  /** The source has changed; the translation needs a review. */
  fuzzy: boolean;
  /** `#,`: other flags, such as `no-wrap`, which are kept. */
  flags: string[];
  /** `#=`: flags of newer gettext versions, unparsed. */
  stickyFlags: string[];
  /** `#|`: the source text that was translated. */
  previousId?: string;
  previousContext?: string;
  /** `#`: comments of translators. */
  translatorComments: string[];
  /** `#.`: comments of the extractor. */
  extractedComments: string[];
  /** `#:`: source files. */
  references: string[];
  /** The source no longer has the message. */
  obsolete: boolean;
  /** Line of `msgstr`, from 1; 0 for a new entry. */
  line: number;
}

/** A catalogue as read from a PO file. */
export interface Catalogue {
  /** Path in problems. */
  file: string;
  header: Entry;
  /** In file order, without the header. */
  entries: Entry[];
  /** Syntax errors and duplicates. */
  problems: Problem[];
  /** Entries that aren't obsolete, by `messageKey`. */
  byKey: ReadonlyMap<string, Entry>;
}

/** Creates an untranslated entry. */
export function newEntry(id: string, context?: string): Entry {
  return {
    ...(context === undefined ? {} : { context }),
    id,
    text: '',
    fuzzy: false,
    flags: [],
    stickyFlags: [],
    translatorComments: [],
    extractedComments: [],
    references: [],
    obsolete: false,
    line: 0,
  };
}

/**
 * Creates a catalogue. Duplicates are reported, and the first one is used.
 *
 * @param file path in problems
 * @param header the entry with the empty id
 * @param entries all others, in order
 * @param problems syntax errors
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
        message: `the message ${quote(entry.id)} is a duplicate of the one in line ${first.line}, whose translation is shown; delete one of the two.`,
      });
  }
  all.sort((a, b) => a.line - b.line);
  return { file, header, entries, problems: all, byKey };
}
