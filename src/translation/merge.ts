import { carryOver } from './carry-over.ts';
import {
  type Catalogue,
  type Entry,
  newCatalogue,
  newEntry,
} from './catalogue.ts';
import { messageKey, type PlacedMessage } from './message.ts';
import { keptFrom, withKeptFrom, withoutReview } from './provenance.ts';
import { similarity } from './similarity.ts';

/** What a merge did with a catalogue. */
export interface MergeCounts {
  /** Translations whose source has changed: a translator has to look. */
  stale: number;
  /** Translations rewritten because only protected spans have changed. */
  carriedOver: number;
  /** Messages that are new and like none that was there before. */
  added: number;
  /** Translations whose message is gone; they are kept as obsolete. */
  gone: number;
}

/** Below this, two texts are different messages. */
const alike = 0.6;

/** Between these contexts a text may move; any other stands for itself. */
const plainContexts = new Set<string | undefined>([
  undefined,
  'title',
  'label',
]);

/**
 * Brings a catalogue up to date with its page, as `msgmerge --previous` does.
 *
 * @param catalogue - The catalogue as it is.
 * @param messages - The messages of the page now, in order.
 * @returns The new catalogue, and what has changed.
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
  const wanted = new Set(messages.map(keyOf));
  const spare = new Set(
    [...byKey]
      .filter(([key, entry]) => !wanted.has(key) && entry.text !== '')
      .map(([, entry]) => entry),
  );
  const missing = messages.filter((message) => !byKey.has(keyOf(message)));
  const { successors, counts } = findSuccessors(missing, spare);
  const entries = messages.map((message): Entry => {
    const entry =
      byKey.get(keyOf(message)) ??
      successors.get(message) ??
      newEntry(message.id, message.context);
    // What changed or is new has been read by nobody.
    const review = entry.fuzzy || entry.text === '';
    return {
      ...(review ? withoutReview(entry, catalogue.header.text) : entry),
      obsolete: false,
      extractedComments: [message.comment],
      references: [message.file],
    };
  });
  const obsolete = [...spare].map((entry): Entry => {
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

/** Finds for new messages the old translations that they can start from, and takes those out of `spare`. */
function findSuccessors(
  messages: readonly PlacedMessage[],
  spare: Set<Entry>,
): { successors: Map<PlacedMessage, Entry>; counts: MergeCounts } {
  const counts: MergeCounts = { stale: 0, carriedOver: 0, added: 0, gone: 0 };
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
    .filter(({ score }) => score >= alike)
    .sort((a, b) => b.score - a.score);
  for (const { message, old } of pairs) {
    if (successors.has(message) || !spare.has(old)) continue;
    spare.delete(old);
    counts.stale += 1;
    successors.set(message, stale(message, old));
  }
  counts.added = messages.length - successors.size;
  return { successors, counts };
}

function stale(message: PlacedMessage, old: Entry): Entry {
  return {
    ...newEntry(message.id, message.context),
    text: old.text,
    fuzzy: true,
    ...originOf(old),
    // What was recorded there is the previous text now.
    translatorComments: withKeptFrom(old, undefined).translatorComments,
  };
}

/** What the translation of an entry says in the source language, as far as anybody knows. */
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
  // An import that nobody has confirmed may say something else.
  if (old.fuzzy) return undefined;
  return {
    previousId: keptFrom(old) ?? old.id,
    ...(old.context === undefined ? {} : { previousContext: old.context }),
  };
}
