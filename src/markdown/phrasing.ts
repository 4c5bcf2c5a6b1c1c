import type { PhrasingContent, RootContent } from 'mdast';
import { phrasing } from 'mdast-util-phrasing';

/** Flattens nodes to phrasing content. */
export function toPhrasing(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (phrasing(node) || node.type === 'html') return [node];
    if (node.type === 'code') {
      return [{ type: 'inlineCode', value: node.value }];
    }
    return 'children' in node ? toPhrasing(node.children) : [];
  });
}

/** Wraps phrasing content between blocks in paragraphs. */
export function toBlocks(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let paragraph: PhrasingContent[] = [];
  const finish = () => {
    const hasText = paragraph.some(
      (node) => node.type !== 'text' || node.value.trim() !== '',
    );
    if (hasText) blocks.push({ type: 'paragraph', children: paragraph });
    paragraph = [];
  };
  for (const node of nodes) {
    if (phrasing(node)) paragraph.push(node);
    else {
      finish();
      blocks.push(node);
    }
  }
  finish();
  return blocks;
}
