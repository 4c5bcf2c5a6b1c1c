import Prism, { type Token, type TokenStream } from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';

loadLanguages.silent = true;

/** A piece of the code, by offsets. */
interface Range {
  start: number;
  end: number;
}

/** Neighbouring comment lines: one message. */
export interface CommentBlock {
  /** The words of each line, without the comment's own marks. */
  lines: string[];
  /** Where in the code each of these lines stands. */
  ranges: Range[];
}

/** Comments that tools read, and region marks: nobody is offered their translation. */
const directive =
  /^(?:#!|#?(?:end)?region\b|@ts-|@vite|@vitest|eslint\b|eslint-|prettier-ignore|highlight-(?:next-line|start|end)|[!/]?\s*<reference|@__|#__|istanbul|c8 |v8 |sourceMappingURL|cspell)/i;

function grammarOf(language: string): Prism.Grammar | undefined {
  if (Prism.languages[language] === undefined) loadLanguages([language]);
  return Prism.languages[language];
}

function isComment(token: Token): boolean {
  return [token.type, ...[token.alias].flat()].includes('comment');
}

/** What was last found in shown codes: each is looked at again when its translation is compared with it. */
const known = new Map<string, Range[]>();

function commentRangesOnce(code: string, language: string): Range[] {
  const key = `${language} ${code}`;
  const ranges = known.get(key) ?? commentRanges(code, language);
  known.delete(key);
  known.set(key, ranges);
  const [oldest] = known.keys();
  if (known.size > 50 && oldest !== undefined) known.delete(oldest);
  return ranges;
}

function commentRanges(code: string, language: string): Range[] {
  const grammar = grammarOf(language);
  if (grammar === undefined) return [];
  const ranges: Range[] = [];
  let offset = 0;
  const walk = (stream: TokenStream): void => {
    if (typeof stream === 'string') offset += stream.length;
    else if (Array.isArray(stream)) stream.forEach(walk);
    else if (isComment(stream)) {
      ranges.push({ start: offset, end: offset + stream.length });
      offset += stream.length;
    } else walk(stream.content);
  };
  walk(Prism.tokenize(code, grammar));
  return ranges;
}

/** The words in each line of one comment; lines that only open, close or separate have none. */
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
 * Finds the comments of a shown code that can be translated.
 *
 * @param code - The code.
 * @param language - Its language as a fence names it; one that Prism does not know has no comments.
 * @returns Blocks of consecutive comment lines, in order.
 */
export function commentBlocks(code: string, language: string): CommentBlock[] {
  const blocks: CommentBlock[] = [];
  let previous:
    { block: CommentBlock; line: number; comment: Range } | undefined;
  const lineOf = (offset: number): number =>
    code.slice(0, offset).split('\n').length;
  for (const comment of commentRangesOnce(code, language)) {
    const lineStart = code.lastIndexOf('\n', comment.start - 1) + 1;
    const alone = /^\s*\{?\s*$/.test(code.slice(lineStart, comment.start));
    for (const range of wordsIn(code, comment)) {
      const text = code.slice(range.start, range.end);
      const line = lineOf(range.start);
      if (directive.test(text)) {
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
    // What follows a comment behind code is a comment of its own.
    if (!alone) previous = undefined;
  }
  return blocks;
}

/** The code with every comment taken out, and the number of its lines. */
function bare(code: string, ranges: readonly Range[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of ranges) {
    result += `${code.slice(from, start)}\u0000${'\n'.repeat(code.slice(start, end).split('\n').length - 1)}`;
    from = end;
  }
  return result + code.slice(from);
}

/**
 * Puts other words into comments.
 *
 * @param code - The code.
 * @param language - Its language.
 * @param replacements - Blocks as found in this code, each with as many new lines as it has.
 * @returns The code, which is equal to the character but for the words; undefined if it would not be.
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
  const same =
    bare(result, commentRanges(result, language)) ===
    bare(code, commentRangesOnce(code, language));
  return same ? result : undefined;
}
