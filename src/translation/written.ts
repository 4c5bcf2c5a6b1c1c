import type { Nodes } from 'mdast';

import type { SourceRange } from './content-range.ts';
import { eachNode } from './each-node.ts';

/**
 * Tells whether a text is nothing but what Markdown takes for white space; a no-break space is a character to it.
 *
 * @param text - The text.
 * @returns Whether it has no other characters.
 */
export function isBlank(text: string): boolean {
  return /^[\t\r\n ]*$/.test(text);
}

/**
 * Puts a text that goes over several lines on one, as a browser shows it.
 *
 * @param text - The text.
 * @returns The same with a space for each line break and the indentation around it.
 */
export function onOneLine(text: string): string {
  return text.replace(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g, ' ');
}

/** Where a text stands, as far as it decides what of the source is not text. */
export interface Surroundings {
  /** How many block quotes: each puts a `>` before every line. */
  quotes: number;
  /** In a table a pipe is written with a backslash, even in code. */
  table: boolean;
  /** Where nodes stand that do not know it themselves. */
  content?: SourceRange | undefined;
}

/**
 * What a backslash behind it would become a part of, or change: a bare URL, another backslash, or marks of emphasis that
 * stand alone.
 */
const takesBackslash =
  /(?:(?:https?:\/\/|www\.)\S*|(?<!\\)(?:\\\\)*\\|(?:^|[\s\p{P}\p{S}])[*_~]+)$/iu;

/**
 * The Markdown of some neighbouring nodes as the author wrote it, on one line.
 *
 * @param source - The page.
 * @param nodes - Neighbours within one block.
 * @param surroundings - Where they stand.
 * @returns The text, with each hard break as a backslash and a line feed, or as two spaces and a line feed where the backslash
 * would mean something else; undefined if the nodes are not from the page.
 */
export function written(
  source: string,
  nodes: readonly Nodes[],
  { quotes, table, content }: Surroundings,
): string | undefined {
  const start = nodes[0]?.position?.start.offset ?? content?.start;
  const end = nodes.at(-1)?.position?.end.offset ?? content?.end;
  if (start === undefined || end === undefined) return undefined;
  if (table) return trimmedText(cellText(source, nodes, start, end));
  const oneLine = source.slice(start, end);
  if (!oneLine.includes('\n')) return trimmedText(oneLine);
  const prefix = `[ \\t]*(?:>[ \\t]*){0,${quotes}}`;
  const join = (text: string): string =>
    text.replace(new RegExp(`[ \\t]*\\r?\\n${prefix}`, 'g'), ' ');
  let result = '';
  let from = start;
  const breaks = [
    ...rangesOf(nodes, 'break'),
    ...rangesOf(nodes, 'image', 'imageReference').flatMap((image) =>
      breaksInside(source, image),
    ),
  ].sort((a, b) => a.start - b.start);
  for (const { start: at, end: after } of breaks) {
    const piece = join(source.slice(from, at).replace(/^[\t\r\n ]+/, ''));
    const spaces = source[at] !== '\\' && takesBackslash.test(piece);
    result += `${piece}${spaces ? '  ' : '\\'}\n`;
    from = after;
    const rest = new RegExp(`^${prefix}`).exec(source.slice(from, end));
    from += rest?.[0].length ?? 0;
  }
  result += join(source.slice(from, end));
  return trimmedText(result);
}

/** A cell is one line, and the backslash before a pipe is no part of the code that the pipe stands in. */
function cellText(
  source: string,
  nodes: readonly Nodes[],
  start: number,
  end: number,
): string {
  let result = '';
  let from = start;
  for (const code of rangesOf(nodes, 'inlineCode')) {
    result += source.slice(from, code.start);
    result += source.slice(code.start, code.end).replaceAll('\\|', '|');
    from = code.end;
  }
  return result + source.slice(from, end);
}

function trimmedText(text: string): string {
  return text.replace(/^[\t\r\n ]+|[\t\r\n ]+$/g, '');
}

interface Range {
  start: number;
  end: number;
}

/** The text of an image has no nodes of its own, and a hard break in it is nothing at all. */
function breaksInside(source: string, { start, end }: Range): Range[] {
  const breaks = /((?<!\\)(?:\\\\)*)(?:\\| {2,})\r?\n/g;
  return [...source.slice(start, end).matchAll(breaks)].map((match) => {
    const [all, escaped = ''] = match;
    const at = start + match.index;
    return { start: at + escaped.length, end: at + all.length };
  });
}

function rangesOf(nodes: readonly Nodes[], ...types: Nodes['type'][]): Range[] {
  const ranges: Range[] = [];
  eachNode(nodes, ({ type, position }) => {
    if (
      types.includes(type) &&
      position?.start.offset !== undefined &&
      position.end.offset !== undefined
    )
      ranges.push({ start: position.start.offset, end: position.end.offset });
  });
  return ranges;
}
