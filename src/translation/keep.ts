import { type Entry, newCatalogue } from './catalogue.ts';
import type { Localized } from './catalogues.ts';
import { messageKey } from './message.ts';
import { isNamed } from './names.ts';
import { printPo } from './po-write.ts';
import { changedPart } from './protected-parts.ts';
import { keptFrom, withKeptFrom } from './provenance.ts';
import { similarity } from './similarity.ts';
import { linesOf, type StaleMessage, staleMessages } from './stale.ts';
import { isTypo } from './typo.ts';

/** A translation that was to be kept, and what became of that. */
export interface KeepResult {
  stale: StaleMessage;
  /** Why it stays stale; undefined if it was kept. */
  reason?: string;
  /** Whether a person has named this very message, not only its page. */
  named: boolean;
}

/** Fewer letters name too many messages. */
const shortestName = 8;

/** Below this, the English says something else. */
const nearlyTheSame = 0.8;

/**
 * Keeps translations whose English was only corrected. A page keeps those of which only the spelling has changed; a message that a
 * person names by the beginning of its English keeps its translations after any small change.
 *
 * @param localized - All catalogues, merged.
 * @param names - Pages, by file or name, and beginnings of changed English texts.
 * @returns The catalogues with the kept translations, and what became of each.
 * @throws If a name is neither, or begins several messages.
 */
export function keepTranslations(
  localized: readonly Localized[],
  names: readonly string[],
): { localized: Localized[]; results: KeepResult[] } {
  const stale = new Map(
    localized.map((one) => [one, staleMessages(one)] as const),
  );
  const all = [...stale].flatMap(([{ source }, messages]) =>
    messages.map((message) => ({ source: source.file, message })),
  );
  const pages = new Set<string>();
  const messages = new Set<string>();
  for (const name of names) {
    const page = localized.find(({ source }) => isNamed(source, name))?.source;
    if (page === undefined) messages.add(messageNamed(name, all));
    else if (all.some(({ source }) => source === page.file))
      pages.add(page.file);
    else
      throw new Error(
        `--keep "${name}": no translation of ${page.file} is stale; there is nothing to keep.`,
      );
  }
  const changed = [...new Set(all.map(({ message }) => message.entry.id))];
  const results: KeepResult[] = [];
  const kept = localized.map((one) => {
    const wanted = (stale.get(one) ?? []).filter(
      ({ entry }) => pages.has(one.source.file) || messages.has(entry.id),
    );
    const decided = wanted.map((message) => {
      const named = messages.has(message.entry.id);
      const reason = reasonAgainst(message, named, changed);
      return {
        stale: message,
        named,
        ...(reason === undefined ? {} : { reason }),
      };
    });
    const now = withKept(
      one,
      decided
        .filter(({ reason }) => reason === undefined)
        .map((result) => result.stale),
    );
    // A kept message has other comments, so that lines move.
    const lineOf = linesOf(now);
    results.push(
      ...decided.map((result) => ({
        ...result,
        stale: { ...result.stale, line: lineOf(result.stale.entry) },
      })),
    );
    return now;
  });
  return { localized: kept, results };
}

/** The English that a person means. */
function messageNamed(
  name: string,
  all: readonly { message: StaleMessage }[],
): string {
  if (name.trim().length < shortestName)
    throw new Error(
      `--keep "${name}": this is no page, and too short for the beginning of a message; write at least ${shortestName} characters of its English.`,
    );
  const changed = [...new Set(all.map(({ message }) => message.entry.id))];
  const found = changed.filter((id) => id === name);
  if (found.length === 0)
    found.push(...changed.filter((id) => id.startsWith(name)));
  const [id, ...others] = found;
  if (id === undefined)
    throw new Error(
      `--keep "${name}": this is neither a page nor the beginning of a message that has changed; ${
        changed.length === 0
          ? 'no message has'
          : `these have:\n${changed.map((text) => `  ${text.replaceAll('\n', '\\n')}`).join('\n')}`
      }`,
    );
  if (others.length > 0)
    throw new Error(
      `--keep "${name}": ${found.length} changed messages begin with this; write more of one of them:\n${found.map((text) => `  ${text.replaceAll('\n', '\\n')}`).join('\n')}`,
    );
  return id;
}

function reasonAgainst(
  { before, entry }: StaleMessage,
  named: boolean,
  changed: readonly string[],
): string | undefined {
  if (entry.previousContext !== entry.context)
    return `its role has changed, from ${entry.previousContext ?? 'text'} to ${entry.context ?? 'text'}; its words may have to`;
  const part = changedPart(before, entry.id, entry.context);
  if (part !== undefined)
    return `${part}, and a translation has to have the same; correct it in the catalogue`;
  // This is the text that was translated: many small corrections add up to another one.
  if (!named && isTypo(before, entry.id)) return undefined;
  if (similarity(before, entry.id) < nearlyTheSame)
    return 'too much of it has changed; look at its translations, and correct them in the catalogue';
  if (named) return undefined;
  const name = nameOf(entry.id, changed);
  return name === undefined
    ? 'more than its spelling has changed, and no line of text begins this message only; correct its translations in the catalogue'
    : `more than its spelling has changed; if its translations still say the same, name it: --keep ${quoted(name)}`;
}

/** A beginning by which `messageNamed` finds this message and no other; undefined if there is none. */
function nameOf(id: string, changed: readonly string[]): string | undefined {
  const [line = ''] = id.split('\n');
  for (let length = 40; length < line.length + 40; length += 20) {
    const name = line.slice(0, length).trim();
    if (
      name.length >= shortestName &&
      (name === id ||
        changed.every((one) => one === id || !one.startsWith(name)))
    )
      return name;
  }
  return undefined;
}

/** For a shell, which would run what stands between backticks. */
function quoted(name: string): string {
  return /[`$!"\\]/.test(name)
    ? `'${name.replaceAll("'", String.raw`'\''`)}'`
    : `"${name}"`;
}

function withKept(one: Localized, kept: readonly StaleMessage[]): Localized {
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
  const newlyStale = kept.filter(
    ({ entry }) => !isStaleOnDisk(one, entry),
  ).length;
  return {
    ...one,
    merged,
    counts: { ...one.counts, stale: one.counts.stale - newlyStale },
    text: printPo(merged),
  };
}

function isStaleOnDisk({ catalogue }: Localized, entry: Entry): boolean {
  return catalogue.byKey.has(messageKey(entry.context, entry.id));
}

/** The entry as current. Its review holds if it was current until this very update. */
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
