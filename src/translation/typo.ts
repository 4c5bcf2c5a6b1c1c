import leven from 'leven';

import { type Piece, wordDiff } from './word-diff.ts';

/** So many corrected words and signs in one message are a typo each; more are a new text. */
const mostCorrections = 3;

const articles = new Set(['a', 'an', 'the']);

/**
 * Says whether a change of an English text corrects no more than its spelling, so that its translations still say the same.
 *
 * @param before - The old text.
 * @param after - The new one.
 * @returns Whether at most three words or signs differ, each by letters within a word, a space, a case, a sign, an article or a
 *   word that stood twice; never a number, and never a word that is new.
 */
export function isTypo(before: string, after: string): boolean {
  const changes = changesOf(wordDiff(before, after));
  const corrections = changes.reduce(
    (sum, { removed, added }) =>
      sum + Math.max(1, wordsOf(removed).length, wordsOf(added).length),
    0,
  );
  return corrections <= mostCorrections && changes.every(isCorrection);
}

interface Change {
  removed: string;
  added: string;
  /** The words on both sides of it. */
  neighbours: readonly [string, string];
}

function changesOf(pieces: readonly Piece[]): Change[] {
  const changes: Change[] = [];
  let before = '';
  let open: Change | undefined;
  for (const { kind, text } of pieces) {
    if (kind === 'same') {
      if (open !== undefined)
        open.neighbours = [open.neighbours[0], wordsOf(text)[0] ?? ''];
      open = undefined;
      before = wordsOf(text).at(-1) ?? '';
      continue;
    }
    if (open === undefined) {
      open = { removed: '', added: '', neighbours: [before, ''] };
      changes.push(open);
    }
    open[kind] += text;
  }
  return changes;
}

function isCorrection({ removed, added, neighbours }: Change): boolean {
  // A sign within code or a number is no spelling.
  if (/[\d`]/.test(removed + added)) return false;
  const old = wordsOf(removed);
  const now = wordsOf(added);
  if (
    old.length === now.length &&
    old.every((text, index) => isSpelling(text, now[index] ?? ''))
  )
    return true;
  const rest = (words: string[]): string =>
    words.filter((text) => !articles.has(text)).join('');
  if (rest(old) === rest(now)) return true;
  const [only, ...others] = old;
  return (
    now.length === 0 &&
    others.length === 0 &&
    only !== undefined &&
    neighbours.includes(only)
  );
}

/** One word, spelt in two ways. */
function isSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  const letters = (text: string): string => Array.from(text).sort().join('');
  if (a.length > 2 && letters(a) === letters(b)) return true;
  const length = Math.min(a.length, b.length);
  // Other first letters make other words: legal, illegal; accept, except.
  if (length < 5 || a[0] !== b[0]) return false;
  return leven(a, b) <= (length < 8 ? 1 : 2);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
