import Prism, { type Token, type TokenStream } from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';

import { isInstruction } from '../style/comment-safety.ts';

loadLanguages.silent = true;

/** A range of code, by offsets. */
interface Range {
  start: number;
  end: number;
}

/** Consecutive comment lines, translated as one message. */
export interface CommentBlock {
  /** Text of each line without comment delimiters. */
  lines: string[];
  /** Range of each line in the code. */
  ranges: Range[];
}

/** Languages with another name in Prism, or with the comments of another language. */
const aliases: Readonly<Record<string, string>> = {
  astro: 'markup',
  cjs: 'javascript',
  cts: 'typescript',
  jsonc: 'json',
  mjs: 'javascript',
  mts: 'typescript',
  svelte: 'markup',
  vue: 'markup',
};

/** Languages that may contain others. */
const embedded: Readonly<Record<string, readonly string[]>> = {
  markup: ['css', 'javascript'],
};

function grammarOf(language: string): Prism.Grammar | undefined {
  const name = aliases[language] ?? language;
  const missing = [name, ...(embedded[name] ?? [])].filter(
    (one) => Prism.languages[one] === undefined,
  );
  if (missing.length > 0) loadLanguages(missing);
  return Prism.languages[name];
}

function isComment(token: Token): boolean {
  const { type, alias } = token;
  return (
    type === 'comment' ||
    alias === 'comment' ||
    (Array.isArray(alias) && alias.includes('comment'))
  );
}

/** Code as tokenized by Prism. */
interface Tokens {
  comments: Range[];
  /** Other tokens, and each comment as its number of lines; equal for equivalent code. */
  rest: string;
}

/** Cache of recently tokenized code: each block is tokenized again to compare its translation. */
const known = new Map<string, Tokens>();

function tokensOnce(code: string, language: string): Tokens {
  const key = `${language} ${code}`;
  const tokens = known.get(key) ?? tokensOf(code, language);
  known.delete(key);
  known.set(key, tokens);
  const [oldest] = known.keys();
  if (known.size > 50 && oldest !== undefined) known.delete(oldest);
  return tokens;
}

function tokensOf(code: string, language: string): Tokens {
  const grammar = grammarOf(language);
  if (grammar === undefined) return { comments: [], rest: code };
  const comments: Range[] = [];
  const rest: string[] = [];
  let offset = 0;
  const walk = (stream: TokenStream, kind: string): void => {
    if (typeof stream === 'string') {
      rest.push(kind, stream);
      offset += stream.length;
    } else if (Array.isArray(stream)) stream.forEach((one) => walk(one, kind));
    else if (isComment(stream)) {
      const start = offset;
      offset += stream.length;
      const lines = code.slice(start, offset).split('\n').length;
      comments.push({ start, end: offset });
      rest.push('comment', String(lines));
    } else walk(stream.content, stream.type);
  };
  walk(Prism.tokenize(code, grammar), '');
  return { comments, rest: rest.join('\u0000') };
}

/** Returns the text of each line of a comment; lines with only delimiters have none. */
function wordsIn(code: string, { start, end }: Range): Range[] {
  const words: Range[] = [];
  const text = code.slice(start, end);
  const line = /[^\n]+/g;
  for (const match of text.matchAll(line)) {
    const opening =
      /^\s*(?:<!--+|\/\*+(?!\/)|\/\/+!?|#+(?!!)|--|;+|\*+(?!\/)(?=\s|$))?\s*/.exec(
        match[0],
      )?.[0].length ?? 0;
    const rest = match[0].slice(opening);
    const closing = /\s*(?:\*+\/|--+>)?\s*$/.exec(rest)?.[0].length ?? 0;
    const from = start + match.index + opening;
    const to = from + rest.length - closing;
    if (/\p{L}/u.test(code.slice(from, to)))
      words.push({ start: from, end: to });
  }
  return words;
}

/**
 * Finds translatable comments in code.
 *
 * @param language language of the fence; unknown ones have no comments
 * @returns blocks of consecutive comment lines, in order
 */
export function commentBlocks(code: string, language: string): CommentBlock[] {
  const blocks: CommentBlock[] = [];
  let previous:
    { block: CommentBlock; line: number; comment: Range } | undefined;
  const lineOf = (offset: number): number =>
    code.slice(0, offset).split('\n').length;
  for (const comment of tokensOnce(code, language).comments) {
    const lineStart = code.lastIndexOf('\n', comment.start - 1) + 1;
    const alone = /^\s*\{?\s*$/.test(code.slice(lineStart, comment.start));
    for (const range of wordsIn(code, comment)) {
      const text = code.slice(range.start, range.end);
      const line = lineOf(range.start);
      if (isInstruction(text)) {
        previous = undefined;
        continue;
      }
      if (
        previous !== undefined &&
        (previous.comment === comment || (alone && previous.line === line - 1))
      ) {
        previous.block.lines.push(text);
        previous.block.ranges.push(range);
        previous.line = line;
        previous.comment = comment;
      } else {
        const block = { lines: [text], ranges: [range] };
        blocks.push(block);
        previous = { block, line, comment };
      }
    }
    // A comment after code doesn't continue on the next line.
    if (!alone) previous = undefined;
  }
  return blocks;
}

/**
 * Replaces comments in code.
 *
 * @param replacements blocks of this code, each with as many new lines as it has
 * @returns the code; undefined if more than comments would change
 */
export function withComments(
  code: string,
  language: string,
  replacements: readonly { block: CommentBlock; lines: readonly string[] }[],
): string | undefined {
  const edits = replacements
    .flatMap(({ block, lines }) =>
      block.ranges.map((range, index) => ({ range, text: lines[index] ?? '' })),
    )
    .sort((a, b) => b.range.start - a.range.start);
  let result = code;
  for (const { range, text } of edits)
    result = result.slice(0, range.start) + text + result.slice(range.end);
  return tokensOf(result, language).rest === tokensOnce(code, language).rest
    ? result
    : undefined;
}
