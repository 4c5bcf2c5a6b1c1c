import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Tables with fewer columns fit on a phone. */
const minColumns = 4;

/** Rehype plugin: makes wide tables focusable, since they scroll on phones. */
export function rehypeWideTables(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (node) => {
      if (node.tagName !== 'table') return;
      let count = 0;
      visit(node, 'element', (row) => {
        if (row.tagName === 'tr') {
          count = Math.max(count, row.children.filter(isCell).length);
        }
      });
      if (count >= minColumns) node.properties['tabIndex'] = 0;
    });
  };
}

function isCell(node: ElementContent): node is Element {
  return (
    node.type === 'element' && (node.tagName === 'th' || node.tagName === 'td')
  );
}
