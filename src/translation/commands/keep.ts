import {
  type Entry,
  messageKey,
  newCatalogue,
} from '../catalogue/catalogue.ts';
import type { Localized } from '../catalogue/site.ts';
import { linesOf, type OutdatedMessage, outdatedMessages } from './outdated.ts';
import { printPo } from '../catalogue/po.ts';
import { keptFrom, withKeptFrom } from '../catalogue/provenance.ts';
import { similarity } from '../catalogue/merge.ts';
import { changedPart } from '../page/protected-parts.ts';

/** Result of `--keep` for a message in a language. */
export interface KeepResult {
  readonly message: OutdatedMessage;
  /** Why the message is still outdated; undefined if it was kept. */
  readonly reason?: string;
}

/** Shorter names would match too many messages. */
const shortestName = 8;

/** Below this similarity, the meaning has probably changed. */
const nearlyTheSame = 0.8;

/**
 * Keeps translations of messages whose English was only corrected.
 *
 * @param names beginnings of changed English texts
 * @throws if a name matches no changed message, or several
 */
export function keepTranslations(
  localized: readonly Localized[],
  names: readonly string[],
): { localized: Localized[]; results: KeepResult[] } {
  const outdated = new Map(
    localized.map((one) => [one, outdatedMessages(one)] as const),
  );
  const changed = new Set(
    [...outdated.values()].flat().map(({ entry }) => entry.id),
  );
  const chosen = new Set(names.map((name) => messageNamed(name, [...changed])));
  const results: KeepResult[] = [];
  const kept = localized.map((one) => {
    const decided = (outdated.get(one) ?? [])
      .filter(({ entry }) => chosen.has(entry.id))
      .map((message) => ({ message, reason: reasonAgainst(message) }));
    const now = withKept(
      one,
      decided.flatMap(({ message, reason }) =>
        reason === undefined ? [message] : [],
      ),
    );
    // Comments of kept messages change line numbers.
    const lineOf = linesOf(now);
    for (const { message, reason } of decided)
      results.push({
        message: { ...message, line: lineOf(message.entry) },
        ...(reason !== undefined && { reason }),
      });
    return now;
  });
  return { localized: kept, results };
}

function messageNamed(name: string, changed: readonly string[]): string {
  const fail = (problem: string, messages: readonly string[] = []): never => {
    const lines = messages.map((id) => `\n  ${id.replaceAll('\n', '\\n')}`);
    throw new Error(`--keep "${name}": ${problem}${lines.join('')}`);
  };
  if (name.trim().length < shortestName)
    return fail(
      `this is too short; write at least the first ${shortestName} characters of the English.`,
    );
  const exact = changed.filter((id) => id === name);
  const [id, ...others] =
    exact.length > 0 ? exact : changed.filter((one) => one.startsWith(name));
  if (id === undefined)
    return changed.length === 0
      ? fail('the English of no translated message has changed.')
      : fail('no changed message begins with this; there are:', changed);
  return others.length === 0
    ? id
    : fail(
        `${others.length + 1} changed messages begin with this; write more of one of them:`,
        [id, ...others],
      );
}

function reasonAgainst({ before, entry }: OutdatedMessage): string | undefined {
  if (entry.previousContext !== entry.context)
    return `its role has changed, from ${entry.previousContext ?? 'text'} to ${entry.context ?? 'text'}; check its translation in the catalogue`;
  const part = changedPart(before, entry.id, entry.context);
  if (part !== undefined)
    return `${part}, and a translation needs the same parts; correct it in the catalogue`;
  // Compares with the translated text, so small corrections add up.
  return similarity(before, entry.id) < nearlyTheSame
    ? 'too much of it has changed; correct its translation in the catalogue'
    : undefined;
}

function withKept(one: Localized, kept: readonly OutdatedMessage[]): Localized {
  if (kept.length === 0) return one;
  const now = new Map(
    kept.map(({ entry, before }) => [entry, keptEntry(one, entry, before)]),
  );
  const { file, header, entries } = one.merged;
  const merged = newCatalogue(
    file,
    header,
    entries.map((entry) => now.get(entry) ?? entry),
  );
  const newlyOutdated = kept.filter(
    ({ entry: { context, id } }) =>
      !one.catalogue.byKey.has(messageKey(context, id)),
  ).length;
  return {
    ...one,
    merged,
    counts: { ...one.counts, outdated: one.counts.outdated - newlyOutdated },
    text: printPo(merged),
  };
}

/** Returns the entry as current. A review is kept if the entry was current before this update. */
function keptEntry(
  { catalogue }: Localized,
  entry: Entry,
  before: string,
): Entry {
  const old = catalogue.entries.find(
    (other) =>
      !other.fuzzy &&
      other.context === entry.context &&
      other.text === entry.text &&
      (keptFrom(other) ?? other.id) === before,
  );
  const { translatorComments } = old ?? entry;
  const current = { ...entry, fuzzy: false, translatorComments };
  delete current.previousId;
  delete current.previousContext;
  return withKeptFrom(current, before === entry.id ? undefined : before);
}
