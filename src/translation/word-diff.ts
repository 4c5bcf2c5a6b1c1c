import { styleText } from 'node:util';

/** A run of text that two texts share, or that only one of them has. */
export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A code span is one word; so is a space and every sign. */
const word = /`[^`]+`|[\p{L}\p{M}\p{N}_]+|\s+|[^]/gu;

/** Above this many pairs to compare, two texts are different as a whole. */
const mostPairs = 4_000_000;

/**
 * Compares two texts word by word.
 *
 * @param before - The old text.
 * @param after - The new one.
 * @returns Its pieces in order; where both differ, what was removed stands before what was added.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const a = before.match(word) ?? [];
  const b = after.match(word) ?? [];
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shortest - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return joined([
    ...a.slice(0, start).map(same),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(same),
  ]);
}

/** The longest common subsequence, by dynamic programming. */
function middle(a: readonly string[], b: readonly string[]): Piece[] {
  const removed = (text: string): Piece => ({ kind: 'removed', text });
  const added = (text: string): Piece => ({ kind: 'added', text });
  if (a.length * b.length > mostPairs)
    return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        a[i] === b[j]
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [ours, theirs] = [a[i], b[j]];
    if (ours !== undefined && ours === theirs) {
      pieces.push(same(ours));
      i += 1;
      j += 1;
    } else if (
      ours !== undefined &&
      (theirs === undefined || at(i + 1, j) >= at(i, j + 1))
    ) {
      pieces.push(removed(ours));
      i += 1;
    } else if (theirs !== undefined) {
      pieces.push(added(theirs));
      j += 1;
    }
  }
  return pieces;
}

function same(text: string): Piece {
  return { kind: 'same', text };
}

/** Makes of neighbouring changes one: a lone space between two changed words reads better as changed too. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = added = '';
  };
  pieces.forEach(({ kind, text }, index) => {
    const next = pieces[index + 1];
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (
      removed !== '' &&
      added !== '' &&
      text.trim() === '' &&
      next !== undefined &&
      next.kind !== 'same'
    ) {
      removed += text;
      added += text;
    } else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') last.text += text;
      else result.push({ kind, text });
    }
  });
  flush();
  return result;
}

/**
 * Writes a difference on one line.
 *
 * @param pieces - From `wordDiff`.
 * @param colour - Whether a terminal shows it: then what was removed is red and struck, and what was added green.
 * @returns The line; without colour `[-old-]{+new+}`, as `git diff --word-diff` writes it.
 */
export function formatDiff(pieces: readonly Piece[], colour: boolean): string {
  return pieces
    .map(({ kind, text }) => {
      const line = text.replaceAll('\n', '\\n');
      if (kind === 'same') return line;
      if (!colour) return kind === 'removed' ? `[-${line}-]` : `{+${line}+}`;
      // The caller has looked at the terminal; here the colour is wanted.
      return styleText(
        kind === 'removed' ? ['red', 'strikethrough'] : ['green', 'underline'],
        line,
        { validateStream: false },
      );
    })
    .join('');
}
