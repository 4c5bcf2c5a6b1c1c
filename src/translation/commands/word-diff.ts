import { styleText } from 'node:util';

import { diffArrays } from 'diff';

import { printable } from '../style/printable.ts';

/** Text that both texts share, or that only one has. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** A code span is one token, and so is each space and sign. */
const word = /`[^`]+`|[\p{L}\p{M}\p{N}_]+|\s+|[^]/gu;

/** With more changed words, the whole text is shown as changed. */
const mostChanges = 2000;

/**
 * Compares two texts word by word.
 *
 * @returns pieces in order; the removed text comes first
 */
export function wordDiff(before: string, after: string): Piece[] {
  const changes = diffArrays(
    before.match(word) ?? [],
    after.match(word) ?? [],
    { maxEditLength: mostChanges },
  ) ?? [
    { value: [before], removed: true, added: false },
    { value: [after], removed: false, added: true },
  ];
  const pieces: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') pieces.push({ kind: 'removed', text: removed });
    if (added !== '') pieces.push({ kind: 'added', text: added });
    removed = added = '';
  };
  for (const [index, change] of changes.entries()) {
    const text = change.value.join('');
    if (change.removed) removed += text;
    else if (change.added) added += text;
    else if (
      // Includes the space between two changed words, which is easier to read.
      removed !== '' &&
      added !== '' &&
      text.trim() === '' &&
      index < changes.length - 1
    ) {
      removed += text;
      added += text;
    } else {
      flush();
      pieces.push({ kind: 'same', text });
    }
  }
  flush();
  return pieces;
}

/** Formats a difference on one line: in colour, or as `[-old-]{+new+}` like `git diff --word-diff`. */
export function formatDiff(pieces: readonly Piece[], colour: boolean): string {
  return pieces
    .map(({ kind, text }) => {
      const line = printable(text);
      if (kind === 'same') return line;
      if (!colour) return kind === 'removed' ? `[-${line}-]` : `{+${line}+}`;
      return styleText(
        kind === 'removed' ? ['red', 'strikethrough'] : ['green', 'underline'],
        line,
        // The caller has checked the terminal.
        { validateStream: false },
      );
    })
    .join('');
}
