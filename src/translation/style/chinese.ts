import { run } from 'zhlint';

/** zhlint's preset, but with full-width brackets, and without spaces around quotation marks. */
const rules = {
  preset: 'default',
  halfwidthPunctuation: '[]{}',
  fullwidthPunctuation: '，。：；？！“”‘’（）',
  adjustedFullwidthPunctuation: '',
};

/** An element around words: `<b>words</b>`. */
const wrapper = /<([A-Za-z]\w*)(?:\s[^<>]*)?(?<!\/)>([^<>[\]]*)<\/\1>/g;
/** Bound words: `[words][=name]`. */
const bound = /\[([^[\]]*)(\]\[=[^[\]\s]+\])/g;
/** Code, tags, values and link targets, of which only the position in the sentence matters. */
const tag = /<\/?[A-Za-z][^>]*>|\{[^{}]*\}|\[=[^[\]\s]+\]/g;

/** Bold words, without code, between the characters next to them. */
const bold = /(?<=(.?))\*\*([^*]+)\*\*(?=(.?))/gsu;
const sign = /[\p{P}\p{S}]/u;
const letter = /[^\s\p{P}\p{S}]/u;

/**
 * Finds bold words that begin or end with a sign next to a letter. The site shows them in bold, but other readers of its Markdown
 * show the asterisks.
 */
function boldProblem(text: string): string | undefined {
  const plain = text.replace(/`[^`]*`/g, (code) =>
    code.replaceAll('*', '\u0001'),
  );
  for (const [whole, before = '', words = '', after = ''] of plain.matchAll(
    bold,
  )) {
    const clashes = (outside: string, inside = ''): boolean =>
      letter.test(outside) && sign.test(inside);
    if (!clashes(before, words.at(0)) && !clashes(after, words.at(-1)))
      continue;
    const found = `${before}${whole}${after}`.replaceAll('\u0001', '*');
    return `these bold words begin or end with a sign, next to a letter; there is "${found}"; move the sign out, as in "**注意**：请", or write a sign or a space next to the bold words.`;
  }
  return undefined;
}

/**
 * Checks the typography of a Chinese text.
 *
 * @returns the first problem and the correct text; undefined if there is none
 */
export function chineseProblem(text: string): string | undefined {
  return boldProblem(text) ?? zhlintProblem(text);
}

function zhlintProblem(text: string): string | undefined {
  const tags: string[] = [];
  // zhlint treats HTML in Markdown as a word break, so it gets links instead of tags around words, and code spans instead of tags
  // for values.
  const plain = text
    .replace(wrapper, (match, _name: string, words: string) => {
      const start = match.indexOf('>') + 1;
      tags.push(match.slice(0, start), match.slice(start + words.length));
      return `[${words}](#\uE000${tags.length - 2})`;
    })
    .replace(bound, (_, words: string, close: string) => {
      tags.push('[', close);
      return `[${words}](#\uE000${tags.length - 2})`;
    })
    .replace(tag, (match) => {
      tags.push(match);
      return `\`${tags.length - 1}\u0001\``;
    });
  const { result, validations } = run(plain, { rules });
  if (validations.length === 0 || result === plain) return undefined;
  const expected = result
    .replace(
      /\[([^[\]]*)\]\(#\uE000(\d+)\)/g,
      (_, words: string, index: string) =>
        `${tags[Number(index)] ?? ''}${words}${tags[Number(index) + 1] ?? ''}`,
    )
    .replace(/`(\d+)\u0001`/g, (_, index: string) => tags[Number(index)] ?? '');
  return difference(text, expected);
}

/** Texts up to this length are shown completely. */
const short = 60;
/** Number of characters around a difference. */
const context = 10;
/** Number of equal characters that end a difference. */
const again = 4;

/** Describes the first difference of two texts, with its context. */
function difference(text: string, expected: string): string {
  const there = Array.from(text);
  const wanted = Array.from(expected);
  const [first, ...more] = there.length <= short ? [] : placesOf(there, wanted);
  // zhlint's messages are in Chinese; its output is sufficient.
  if (first === undefined)
    return `zhlint: the typography is not Chinese; there is "${text}"; write "${expected}".`;
  const where =
    more.length === 0
      ? ''
      : ` here and in ${more.length} more ${more.length === 1 ? 'place' : 'places'}`;
  return `zhlint: the typography is not Chinese${where}; there is "${around(there, first.there)}"; write "${around(wanted, first.wanted)}".`;
}

type Span = readonly [from: number, to: number];

function placesOf(
  there: readonly string[],
  wanted: readonly string[],
): { there: Span; wanted: Span }[] {
  const places: { there: Span; wanted: Span }[] = [];
  let a = 0;
  let b = 0;
  while (a < there.length || b < wanted.length) {
    if (there[a] === wanted[b]) {
      a += 1;
      b += 1;
      continue;
    }
    const [left, right] = meeting(there, wanted, a, b);
    const last = places.at(-1);
    // Merges adjacent differences.
    if (last !== undefined && a - last.there[1] < context) {
      last.there = [last.there[0], left];
      last.wanted = [last.wanted[0], right];
    } else places.push({ there: [a, left], wanted: [b, right] });
    a = left;
    b = right;
  }
  return places;
}

/** Returns the next position at which both texts are equal again. */
function meeting(
  there: readonly string[],
  wanted: readonly string[],
  a: number,
  b: number,
): Span {
  const left = there.length - a;
  const right = wanted.length - b;
  for (let sum = 1; sum < left + right; sum += 1)
    for (let i = Math.max(0, sum - right); i <= Math.min(sum, left); i += 1)
      if (agree(there, wanted, a + i, b + sum - i)) return [a + i, b + sum - i];
  return [there.length, wanted.length];
}

function agree(
  there: readonly string[],
  wanted: readonly string[],
  a: number,
  b: number,
): boolean {
  if (a >= there.length || b >= wanted.length) return false;
  for (let i = 0; i < again; i += 1)
    if (there[a + i] !== wanted[b + i]) return false;
  return true;
}

function around(characters: readonly string[], [from, to]: Span): string {
  const start = Math.max(0, from - context);
  const end = Math.min(characters.length, to + context);
  return `${start > 0 ? '…' : ''}${characters.slice(start, end).join('')}${end < characters.length ? '…' : ''}`;
}
