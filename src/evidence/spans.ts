import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';

/** A piece of a page that says something. */
export interface Span {
  /** `code` stands between backquotes; `prose` does not; `front` is front matter. */
  readonly kind: 'code' | 'prose' | 'front';
  readonly value: string;
  /** Line in the parsed text, from 1. */
  readonly line: number;
}

/**
 * The code spans and the lines of prose of a tree, headings and front matter included. Fences are
 * left out: their text is not written in the page.
 *
 * @param tree a page, or the tree of one message
 * @returns the pieces in reading order, none longer than a line
 */
export function spansOf(tree: Nodes): Span[] {
  const spans: Span[] = [];
  const kinds = { inlineCode: 'code', text: 'prose', yaml: 'front' } as const;
  visit(tree, (node) => {
    if (
      node.type !== 'inlineCode' &&
      node.type !== 'text' &&
      node.type !== 'yaml'
    ) {
      return;
    }
    const kind = kinds[node.type];
    const start = node.position?.start.line ?? 1;
    if (kind === 'code') {
      const value = node.value.replaceAll(/\s+/g, ' ').trim();
      spans.push({ kind, value, line: start });
      return;
    }
    // The first line of front matter is its fence.
    const first = kind === 'front' ? start + 1 : start;
    for (const [index, value] of node.value.split('\n').entries()) {
      spans.push({ kind, value, line: first + index });
    }
  });
  return spans;
}
