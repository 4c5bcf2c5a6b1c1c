import { scalarsOf } from '../../src/evidence/record/fact.ts';
import { parseEvidence } from '../../src/evidence/record/record.ts';

/** Evidence files, their texts by their paths from the root of the repository. */
export type EvidenceTexts = ReadonlyMap<string, string>;

/** A recorded value that changed. */
export interface ValueChange {
  readonly file: string;
  /** Keys joined by dots; empty if the file itself was added or removed. */
  readonly path: string;
  /** Undefined for a new value. */
  readonly before: string | undefined;
  /** Undefined for a removed value. */
  readonly after: string | undefined;
}

/**
 * Compares two versions of the evidence.
 *
 * @returns the values that differ, by file, in the order of the files
 * @throws EvidenceError for an invalid file
 */
export function evidenceChanges(
  before: EvidenceTexts,
  after: EvidenceTexts,
): ValueChange[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files.flatMap((file) => {
    const [old, now] = [before.get(file), after.get(file)];
    if (old === now) return [];
    if (old === undefined || now === undefined) {
      const presence = (text: string | undefined) => text && 'a file';
      return [{ file, path: '', before: presence(old), after: presence(now) }];
    }
    return changedValues(file, valuesOf(file, old), valuesOf(file, now));
  });
}

function changedValues(
  file: string,
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): ValueChange[] {
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [before, after] = [old.get(path), now.get(path)];
    return before === after ? [] : [{ file, path, before, after }];
  });
}

function valuesOf(file: string, text: string): Map<string, string> {
  const values = scalarsOf(parseEvidence(file, text).json);
  return new Map(values.map(({ path, value }) => [path, String(value)]));
}

const MOST = 40;
const LONGEST = 100;

/** Formats changes: a line for each file and for each of its values, at most 40 per file. */
export function evidenceLines(changes: readonly ValueChange[]): string[] {
  const files = new Map<string, ValueChange[]>();
  for (const change of changes) {
    files.set(change.file, [...(files.get(change.file) ?? []), change]);
  }
  return [...files].flatMap(([file, values]) => [
    file,
    ...values.slice(0, MOST).map(({ path, before, after }) => {
      const from = firstDifference(before, after);
      const words = `${excerpt(before, from)} → ${excerpt(after, from)}`;
      return path === '' ? `  ${words}` : `  ${path}: ${words}`;
    }),
    ...(values.length > MOST
      ? [`  and ${values.length - MOST} more: git diff ${file}`]
      : []),
  ]);
}

/** Returns where to start showing two texts: for long ones, shortly before their first difference. */
function firstDifference(a = '', b = ''): number {
  if (Math.max(a.length, b.length) <= LONGEST) return 0;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return Math.max(0, at - 20);
}

function excerpt(value: string | undefined, from: number): string {
  if (value === undefined) return 'nothing';
  const part = value.slice(from, from + LONGEST);
  const cut = from + LONGEST < value.length ? '…' : '';
  return `${from > 0 ? '…' : ''}${JSON.stringify(part)}${cut}`;
}
