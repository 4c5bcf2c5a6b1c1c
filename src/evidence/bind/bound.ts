import type { Nodes, Parent } from 'mdast';
import { toString } from 'mdast-util-to-string';

/**
 * What a reader sees of bound words or of a note, as a translator gets them: each paragraph on its own.
 *
 * @param node `[words][=name]`, or the component around the note
 * @returns the words of each paragraph; one text if there is none inside
 */
export function wordsOf(node: Parent & Nodes): string[] {
  const paragraphs = node.children.flatMap((child) => blocksOf(child));
  return paragraphs.length > 0 ? paragraphs : [plainly(node)];
}

function blocksOf(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading') {
    return [plainly(node)];
  }
  return 'children' in node
    ? node.children.flatMap((child: Nodes) => blocksOf(child))
    : [];
}

function plainly(node: Nodes): string {
  return toString(node).replaceAll(/\s+/g, ' ').trim();
}
