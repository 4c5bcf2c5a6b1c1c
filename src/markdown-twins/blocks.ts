import type { PhrasingContent, RootContent } from 'mdast';
import { phrasing } from 'mdast-util-phrasing';

/**
 * Puts words that stand between blocks into paragraphs: beside a word, blocks would be written into its line.
 *
 * @param nodes what a page, a quotation or an item of a list holds
 * @returns blocks only
 */
export function blocksOf(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let words: PhrasingContent[] = [];
  const finish = () => {
    const says = words.some(
      (node) => node.type !== 'text' || node.value.trim() !== '',
    );
    if (says) blocks.push({ type: 'paragraph', children: words });
    words = [];
  };
  for (const node of nodes) {
    if (phrasing(node)) words.push(node);
    else {
      finish();
      blocks.push(node);
    }
  }
  finish();
  return blocks;
}
