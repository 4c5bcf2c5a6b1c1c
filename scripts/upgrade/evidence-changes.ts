import { scalarsOf } from '../../src/evidence/fact.ts';
import { parseEvidence } from '../../src/evidence/record.ts';

/** Evidence files, their texts by their paths from the root of the repository. */
export type EvidenceTexts = ReadonlyMap<string, string>;

/** A recorded value that is another one now. */
export interface ValueChange {
  readonly file: string;
  /** Keys joined by dots, as `of="…#<path>"` has them; empty if the file itself came or went. */
  readonly path: string;
  /** Undefined where there was none. */
  readonly before: string | undefined;
  /** Undefined where there is none any more. */
  readonly after: string | undefined;
}

/**
 * What was recorded otherwise, by file and value.
 *
 * @param before the files before the run
 * @param after the files after it
 * @returns the values that differ, by file, in the order in which the files hold them
 * @throws EvidenceError for a file whose shape is wrong
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
      const says = (text: string | undefined) => text && 'a file';
      return [{ file, path: '', before: says(old), after: says(now) }];
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

/**
 * Changes in words.
 *
 * @param changes what was recorded otherwise
 * @returns a line for each file, and a line for each of its values; of a file that has more than 40, how many more
 */
export function evidenceLines(changes: readonly ValueChange[]): string[] {
  const files = new Map<string, ValueChange[]>();
  for (const change of changes) {
    files.set(change.file, [...(files.get(change.file) ?? []), change]);
  }
  return [...files].flatMap(([file, values]) => [
    file,
    ...values.slice(0, MOST).map(({ path, before, after }) => {
      const from = firstDifference(before, after);
      const words = `${said(before, from)} → ${said(after, from)}`;
      return path === '' ? `  ${words}` : `  ${path}: ${words}`;
    }),
    ...(values.length > MOST
      ? [`  and ${values.length - MOST} more: git diff ${file}`]
      : []),
  ]);
}

/** Of long texts, a few characters before the one where they part; else the beginning. */
function firstDifference(a = '', b = ''): number {
  if (Math.max(a.length, b.length) <= LONGEST) return 0;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return Math.max(0, at - 20);
}

function said(value: string | undefined, from: number): string {
  if (value === undefined) return 'nothing';
  const part = value.slice(from, from + LONGEST);
  const cut = from + LONGEST < value.length ? '…' : '';
  return `${from > 0 ? '…' : ''}${JSON.stringify(part)}${cut}`;
}
