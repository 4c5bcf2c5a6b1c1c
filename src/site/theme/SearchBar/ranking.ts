import { type Fragment, regionAt, startOf } from './fragment.ts';

/** A term of the query in a record. */
export interface Match {
  readonly term: string;
  /** Higher if fewer records contain the term. */
  readonly rarity: number;
  /** Positions of the term's words. */
  readonly words: readonly number[];
}

const weights = { heading: 3, keywords: 2, context: 1.2 };
/** Of a heading that consists of the query. */
const exactHeading = 2;
/** Of two terms that are adjacent in the record as in the query. */
const adjacent = 1.5;
/** Of the beginning of a page over a section with the same heading. */
const wholePage = 1.2;

/**
 * Returns how well a record answers a query. Unlike Pagefind's own score, it prefers headings, keywords and phrases to frequent words,
 * and records that contain all terms.
 */
export function scoreOf(
  fragment: Fragment,
  words: readonly string[],
  matches: readonly Match[],
): number {
  const headingSize = Math.max(
    1,
    startOf(fragment, 'keywords') - startOf(fragment, 'heading'),
  );
  const headingWords = new Set<number>();
  let sum = 0;
  let inHeading = 0;
  let covered = 0;
  let total = 0;
  for (const [index, { term, rarity, words: positions }] of matches.entries()) {
    total += rarity;
    const best = { text: 0, heading: 0, keywords: 0, context: 0 };
    let frequency = 0;
    for (const position of positions) {
      const region = regionAt(fragment, position);
      const like = similarity(words[position] ?? '', term);
      best[region] = Math.max(best[region], like);
      if (region === 'text') frequency += like;
      if (region === 'heading') headingWords.add(position);
    }
    sum +=
      rarity *
      (Math.max(
        best.heading * weights.heading,
        best.keywords * weights.keywords,
        best.context * weights.context,
      ) +
        frequency / (frequency + 1.5));
    inHeading += rarity * best.heading;
    covered += rarity * Math.max(...Object.values(best));
    const next = matches[index + 1];
    if (next && follows(positions, next.words)) {
      sum += (adjacent * (rarity + next.rarity)) / 2;
    }
  }
  const exact = exactHeading * inHeading * (headingWords.size / headingSize);
  const page = fragment.meta.page === undefined ? wholePage : 1;
  return (
    (sum + exact) *
    (covered / total) ** 2 *
    page *
    Number(fragment.meta.rank ?? 1)
  );
}

function follows(first: readonly number[], second: readonly number[]): boolean {
  const positions = new Set(second);
  return first.some((at) => positions.has(at) || positions.has(at + 1));
}

/** Returns 1 for the term itself, less for another form of it, and 0 for another word. */
export function similarity(word: string, term: string): number {
  const parts = fold(word).split(/[^\p{L}\p{N}]+/u);
  return Math.max(...parts.map((part) => likeness(part, fold(term))));
}

function likeness(word: string, term: string): number {
  if (word === term || isChinese(term)) return word === '' ? 0 : 1;
  let shared = 0;
  while (shared < word.length && word[shared] === term[shared]) shared += 1;
  if (shared >= Math.min(3, term.length)) {
    return Math.max(
      shared === term.length ? 0.5 : 0,
      shared / Math.max(word.length, term.length),
    );
  }
  return word.includes(term) ? 0.5 : 0;
}

/** Returns whether a text contains Chinese characters. */
export function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Removes case and accents. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}
