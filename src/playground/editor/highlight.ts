import type { Token, TokenStream } from 'prismjs';
import { Prism } from './prism-core.ts';
import 'prismjs/components/prism-clike.js';
import 'prismjs/components/prism-javascript.js';
import 'prismjs/components/prism-typescript.js';
import type { Part } from './parts.ts';

/** Limits of highlighting, in characters: Prism's time grows with the square of a word's length. */
const longestText = 20_000;
const longestLine = 1_000;
/** Each is an element of the page. */
const mostParts = 5_000;

/**
 * Highlights TypeScript as the pages of the site do, in a worker: patterns can take any time.
 *
 * @returns the parts of whole lines from the start of the code; those that follow a line that is too long are left out
 */
export function highlight(code: string): Part[] {
  const grammar = Prism.languages['typescript'];
  const start = code.slice(0, highlightedLength(code));
  const stream = grammar ? Prism.tokenize(start, grammar) : start;
  const parts = partsOf(stream, []);
  if (parts.length <= mostParts) return parts;
  const last = parts
    .slice(0, mostParts)
    .findLastIndex(({ text }) => text.endsWith('\n'));
  return parts.slice(0, last + 1);
}

function highlightedLength(code: string): number {
  let length = 0;
  while (length < code.length) {
    const end = code.indexOf('\n', length);
    const next = end < 0 ? code.length : end + 1;
    if (next - length > longestLine || next > longestText) break;
    length = next;
  }
  return length;
}

function partsOf(stream: TokenStream, types: readonly string[]): Part[] {
  if (typeof stream === 'string') {
    const className =
      types.length > 0 ? ['token', ...types].join(' ') : undefined;
    return [{ className, text: stream }];
  }
  return Array.isArray(stream)
    ? stream.flatMap((part: string | Token) => partsOf(part, types))
    : partsOf(stream.content, [...types, ...typesOf(stream)]);
}

function typesOf({ type, alias }: Token): string[] {
  return [type, ...(alias ? [alias].flat() : [])];
}
