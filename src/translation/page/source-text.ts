import type { Nodes } from 'mdast';

import { eachNode } from './nodes.ts';

/** Whether a text contains only Markdown whitespace, which excludes no-break spaces. */
export function isBlank(text: string): boolean {
  return /^[\t\r\n ]*$/.test(text);
}

/** Joins the lines of a text with spaces, like a browser. */
export function onOneLine(text: string): string {
  return text.replace(/[ \t]*(?:\r\n|\n|\r)[ \t]*/g, ' ');
}

/** Context of a text, which determines the syntax around it. */
export interface Surroundings {
  /** Number of block quotes, each of which prefixes lines with `>`. */
  quotes: number;
  /** Whether it is in a table, where pipes are escaped, even in code. */
  table: boolean;
  /** Range of nodes without positions. */
  content?: SourceRange | undefined;
}

/** Text that a backslash after it would change: a bare URL, another backslash, or delimiters of emphasis. */
const takesBackslash =
  /(?:(?:https?:\/\/|www\.)\S*|(?<!\\)(?:\\\\)*\\|(?:^|[\s\p{P}\p{S}])[*_~]+)$/iu;

/**
 * Returns the Markdown source of adjacent nodes on one line.
 *
 * @param nodes siblings within a block
 * @returns the text with hard breaks as a backslash and a line feed, or as two spaces and a line feed if the backslash would
 *   change its meaning; undefined if the nodes aren't from the page
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

/** Removes the backslashes of escaped pipes from a table cell. */
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

/** Finds hard breaks in the text of an image, which has no nodes. */
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

/** A range of the page, by offsets. */
export interface SourceRange {
  start: number;
  end: number;
}

/** Delimiters around the content of each kind of block, and of bound words. */
const markup: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  linkReference: [/^\[/, /\]\[[^\]]*\]$/],
  heading: [/^#{1,6}/, /(?:[ \t]#+[ \t]*|\r?\n[ \t>]*(?:=+|-+)[ \t]*)$/],
  paragraph: [/^/, /$/],
  tableCell: [/^\|?/, /\|?$/],
};

/** Returns the end of an opening tag, whose quotes and braces may contain `>`. */
function openingTag(source: string): number {
  const piece = /"[^"]*"|'[^']*'|`[^`]*`|[{}>]|[^"'`{}>]+|["'`]/g;
  let depth = 0;
  for (const { 0: text, index } of source.matchAll(piece))
    if (text === '{') depth++;
    else if (text === '}') depth--;
    else if (text === '>' && depth === 0) return index + 1;
  return 0;
}

/**
 * Finds the range of a block's content. Nodes that a transform has created, such as bare URLs next to brackets and tags, have no
 * positions.
 *
 * @returns the range, which may include blanks; undefined if the block isn't from the page
 */
export function contentRange(
  source: string,
  block: Nodes,
): SourceRange | undefined {
  const start = block.position?.start.offset;
  const end = block.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const text = source.slice(start, end);
  if (block.type === 'mdxJsxTextElement' || block.type === 'mdxJsxFlowElement')
    return {
      start: start + openingTag(text),
      end: start + text.lastIndexOf('</'),
    };
  // The label of an admonition is a paragraph in brackets.
  const label =
    block.type === 'paragraph' &&
    block.data !== undefined &&
    'directiveLabel' in block.data;
  const [opening, closing] = label
    ? [/^\[/, /\]$/]
    : (markup[block.type] ?? []);
  if (opening === undefined || closing === undefined) return undefined;
  return {
    start: start + (opening.exec(text)?.[0].length ?? 0),
    end: end - (closing.exec(text)?.[0].length ?? 0),
  };
}
