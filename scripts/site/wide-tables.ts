import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A table with fewer columns fits on a phone. */
const columns = 4;

/**
 * Rehype plugin: a wide table scrolls in itself on a phone, so that a keyboard
 * has to reach it, as it reaches a block of code.
 */
export function rehypeWideTables(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'table') return;
      let most = 0;
      visit(node, 'element', (row) => {
        if (row.tagName === 'tr') {
          most = Math.max(most, row.children.filter(isCell).length);
        }
      });
      if (most >= columns) node.properties['tabIndex'] = 0;
    });
  };
}

function isCell(node: ElementContent): node is Element {
  return (
    node.type === 'element' && (node.tagName === 'th' || node.tagName === 'td')
  );
}
