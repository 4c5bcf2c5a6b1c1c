import type { Token, TokenStream } from 'prismjs';
import { Prism } from './prism-core.ts';
import 'prismjs/components/prism-clike.js';
import 'prismjs/components/prism-javascript.js';
import 'prismjs/components/prism-typescript.js';

/** A part of a line: what is coloured has classes. */
export interface Part {
  readonly className: string | undefined;
  readonly text: string;
}

/**
 * TypeScript in the parts that Prism finds, as the page has them.
 *
 * @returns for each line its parts; their texts are the line
 */
export function highlightedLines(code: string): Part[][] {
  const grammar = Prism.languages['typescript'];
  const stream = grammar ? Prism.tokenize(code, grammar) : code;
  const lines: Part[][] = [[]];
  for (const { className, text } of partsOf(stream, [])) {
    const [first = '', ...rest] = text.split('\n');
    if (first !== '') lines.at(-1)?.push({ className, text: first });
    for (const line of rest) {
      lines.push(line === '' ? [] : [{ className, text: line }]);
    }
  }
  return lines;
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
