import type { Element, Parents, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { highlight } from './highlight.ts';

/**
 * Rehype plugin: the code of each fence becomes finished HTML, so that a page
 * needs no highlighter. Its block gets it as `highlighted`, and no children.
 */
export function rehypeHighlight(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (node, _index, parent) => {
      if (node.tagName !== 'code' || !isBlock(parent)) return;
      const [text] = node.children;
      if (text?.type !== 'text' || node.children.length > 1) return;
      // Remark ends code with a line feed of its own.
      const code = text.value.replace(/\n$/, '');
      node.properties['highlighted'] = highlight(code, languageOf(node));
      node.children = [];
    });
  };
}

function isBlock(parent: Parents | undefined): boolean {
  return parent?.type === 'element' && parent.tagName === 'pre';
}

function languageOf({ properties }: Element): string {
  const { className } = properties;
  const classes = Array.isArray(className) ? className.map(String) : [];
  const name = classes.find((one) => one.startsWith('language-'));
  return name?.slice('language-'.length).toLowerCase() ?? '';
}
