import type { Nodes } from 'mdast';

/** A piece of the page, by offsets. */
export interface SourceRange {
  start: number;
  end: number;
}

/** The mark-up around the content of each kind of block: what opens it, and what closes it. */
const markup: Readonly<Record<string, readonly [RegExp, RegExp]>> = {
  heading: [/^#{1,6}/, /(?:[ \t]#+[ \t]*|\r?\n[ \t>]*(?:=+|-+)[ \t]*)$/],
  paragraph: [/^/, /$/],
  tableCell: [/^\|?/, /\|?$/],
};

/** The end of an opening tag; what stands in quotes or braces may hold its last character. */
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
 * Finds where the content of a block stands. The nodes in it know that themselves, but for those that a transform has made
 * of others: bare URLs beside brackets and tags.
 *
 * @param source - The page.
 * @param block - What holds the content.
 * @returns The range, perhaps with blanks at its ends; undefined if the block is not from the page.
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
  // The label of a note is a paragraph in brackets.
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
