import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';

/** Where a text stands, as far as it decides what of the source is not text. */
export interface Surroundings {
  /** How many block quotes: each puts a `>` before every line. */
  quotes: number;
  /** In a table a pipe is written with a backslash. */
  table: boolean;
}

/**
 * The Markdown of some neighbouring nodes as the author wrote it, on one line.
 *
 * @param source - The page.
 * @param nodes - Neighbours within one block.
 * @param surroundings - Where they stand.
 * @returns The text, with each hard break as a backslash and a line feed; undefined if the nodes are not from the page.
 */
export function written(
  source: string,
  nodes: readonly Nodes[],
  { quotes, table }: Surroundings,
): string | undefined {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const prefix = `[ \\t]*(?:>[ \\t]*){0,${quotes}}`;
  const join = (text: string): string =>
    text.replace(new RegExp(`[ \\t]*\\r?\\n${prefix}`, 'g'), ' ');
  let result = '';
  let from = start;
  for (const { start: at, end: after } of breaksIn(nodes)) {
    const piece = join(source.slice(from, at).replace(/^\s+/, ''));
    result += `${piece.trimEnd()}\\\n`;
    from = after;
    const rest = new RegExp(`^${prefix}`).exec(source.slice(from, end));
    from += rest?.[0].length ?? 0;
  }
  result += join(source.slice(from, end));
  const text = result.trim();
  return table ? text.replaceAll('\\|', '|') : text;
}

function breaksIn(nodes: readonly Nodes[]): { start: number; end: number }[] {
  const breaks: { start: number; end: number }[] = [];
  for (const top of nodes)
    visit(top, 'break', ({ position }) => {
      if (
        position?.start.offset !== undefined &&
        position.end.offset !== undefined
      )
        breaks.push({
          start: position.start.offset,
          end: position.end.offset,
        });
    });
  return breaks;
}
