import { type Fragment, startOf } from './fragment.ts';

/** In words; in Chinese, in characters. */
const length = 24;
/** Words before the first match. */
const before = 4;

/**
 * Returns the part of a record's text with most matches, or the beginning of the text.
 *
 * @param matched positions of the words found
 * @returns HTML with `<mark>` around matches
 */
export function excerptOf(
  fragment: Fragment,
  words: readonly string[],
  matched: ReadonlySet<number>,
): string {
  const end = Math.min(startOf(fragment, 'heading'), words.length);
  const isChinese = fragment.raw_content.includes('\u200b');
  const size = isChinese ? 2 * length : length;
  let start = 0;
  let most = 0;
  for (const first of matched) {
    const found = [...matched].filter(
      (at) => at >= first && at < Math.min(first + size - before, end),
    ).length;
    if (found > most) {
      most = found;
      start = Math.max(0, first - before);
    }
  }
  return words
    .slice(start, Math.min(start + size, end))
    .map((word, index) =>
      matched.has(start + index) ? `<mark>${word}</mark>` : word,
    )
    .join(isChinese ? '' : ' ')
    .replaceAll('</mark><mark>', '');
}
