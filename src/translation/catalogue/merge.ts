import { carryOver } from './carry-over.ts';
import {
  type Catalogue,
  type Entry,
  messageKey,
  newCatalogue,
  newEntry,
  type PlacedMessage,
} from './catalogue.ts';
import { keptFrom, withKeptFrom, withoutReview } from './provenance.ts';

/** Result of a merge. */
export interface MergeCounts {
  /** Translations whose source has changed. */
  outdated: number;
  /** Translations that were rewritten because only protected spans have changed. */
  carriedOver: number;
  /** New messages that resemble no old one. */
  added: number;
  /** Translations that are kept as obsolete, because their message is gone. */
  gone: number;
}

/** Minimum similarity of a changed text. */
const minSimilarity = 0.6;

/** Contexts between which a text may move. */
const plainContexts = new Set<string | undefined>([
  undefined,
  'title',
  'label',
]);

/**
 * Updates a catalogue from its page, like `msgmerge --previous`.
 *
 * @param messages the page's current messages, in order
 */
export function merge(
  catalogue: Catalogue,
  messages: readonly PlacedMessage[],
): { catalogue: Catalogue; counts: MergeCounts } {
  const byKey = new Map<string, Entry>();
  for (const entry of catalogue.entries) {
    const key = messageKey(entry.context, entry.id);
    const other = byKey.get(key);
    if (other === undefined || (other.obsolete && !entry.obsolete))
      byKey.set(key, entry);
  }
  const keyOf = ({ context, id }: PlacedMessage): string =>
    messageKey(context, id);
  const keys = new Set(messages.map(keyOf));
  const unused = new Set(
    [...byKey]
      .filter(([key, entry]) => !keys.has(key) && entry.text !== '')
      .map(([, entry]) => entry),
  );
  const missing = messages.filter((message) => !byKey.has(keyOf(message)));
  const { successors, counts } = findSuccessors(missing, unused);
  const entries = messages.map((message): Entry => {
    const entry =
      byKey.get(keyOf(message)) ??
      successors.get(message) ??
      newEntry(message.id, message.context);
    // Changed and new messages have no review.
    const review = entry.fuzzy || entry.text === '';
    return {
      ...(review ? withoutReview(entry, catalogue.header.text) : entry),
      obsolete: false,
      extractedComments: [message.comment],
      references: [message.file],
    };
  });
  const obsolete = [...unused].map((entry): Entry => {
    if (!entry.obsolete) counts.gone += 1;
    return { ...entry, obsolete: true, extractedComments: [], references: [] };
  });
  return {
    catalogue: newCatalogue(catalogue.file, catalogue.header, [
      ...entries,
      ...obsolete,
    ]),
    counts,
  };
}

/** Matches new messages with similar old translations, and removes those from `spare`. */
function findSuccessors(
  messages: readonly PlacedMessage[],
  spare: Set<Entry>,
): { successors: Map<PlacedMessage, Entry>; counts: MergeCounts } {
  const counts: MergeCounts = {
    outdated: 0,
    carriedOver: 0,
    added: 0,
    gone: 0,
  };
  const successors = new Map<PlacedMessage, Entry>();
  for (const message of messages)
    for (const old of spare) {
      const text =
        old.fuzzy || old.context !== message.context
          ? undefined
          : carryOver(old.id, message.id, old.text);
      if (text === undefined) continue;
      spare.delete(old);
      counts.carriedOver += 1;
      const from = keptFrom(old);
      successors.set(message, {
        ...newEntry(message.id, message.context),
        ...flagsOf(old),
        text,
        translatorComments: withKeptFrom(
          old,
          from && carryOver(old.id, message.id, from),
        ).translatorComments,
      });
      break;
    }
  const pairs = messages
    .filter((message) => !successors.has(message))
    .flatMap((message) =>
      [...spare]
        .filter(
          ({ context }) =>
            context === message.context ||
            (plainContexts.has(context) && plainContexts.has(message.context)),
        )
        .map((old) => ({
          message,
          old,
          score: similarity(old.id, message.id),
        })),
    )
    .filter(({ score }) => score >= minSimilarity)
    .sort((a, b) => b.score - a.score);
  for (const { message, old } of pairs) {
    if (successors.has(message) || !spare.has(old)) continue;
    spare.delete(old);
    counts.outdated += 1;
    successors.set(message, outdated(message, old));
  }
  counts.added = messages.length - successors.size;
  return { successors, counts };
}

function outdated(message: PlacedMessage, old: Entry): Entry {
  return {
    ...newEntry(message.id, message.context),
    ...flagsOf(old),
    text: old.text,
    fuzzy: true,
    ...originOf(old),
    // The recorded text becomes the previous text.
    translatorComments: withKeptFrom(old, undefined).translatorComments,
  };
}

function flagsOf({ flags, stickyFlags }: Entry) {
  return { flags, stickyFlags };
}

/** Returns the source text of an entry's translation, if known. */
function originOf(
  old: Entry,
): Pick<Entry, 'previousId' | 'previousContext'> | undefined {
  if (old.previousId !== undefined)
    return {
      previousId: old.previousId,
      ...(old.previousContext === undefined
        ? {}
        : { previousContext: old.previousContext }),
    };
  // An unconfirmed import may be the translation of another text.
  if (old.fuzzy) return undefined;
  return {
    previousId: keptFrom(old) ?? old.id,
    ...(old.context === undefined ? {} : { previousContext: old.context }),
  };
}

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let index = 0; index < text.length - 1; index += 1) {
    const pair = text.slice(index, index + 2).toLowerCase();
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/**
 * Measures the similarity of two texts by shared pairs of adjacent characters (Dice coefficient).
 *
 * @returns from 0, nothing in common, to 1
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const total = a.length + b.length - 2;
  // The length of the shorter text limits the similarity.
  if (total <= 0 || (2 * (Math.min(a.length, b.length) - 1)) / total < 0.5)
    return 0;
  const ours = pairs(a);
  let shared = 0;
  for (const [pair, count] of pairs(b))
    shared += Math.min(count, ours.get(pair) ?? 0);
  return (2 * shared) / total;
}
