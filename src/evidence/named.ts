import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * The evidence that a page names, in fences and in components.
 *
 * @param tree the page as it was parsed
 * @returns `<example>/<file>` for each, in reading order; a package for each `<Version>`
 */
export function evidenceNamedIn(tree: Root): string[] {
  const names: string[] = [];
  const add = (reference: string) => {
    names.push(reference.split('#')[0] ?? reference);
  };
  visit(tree, (node) => {
    if (node.type === 'code') {
      for (const [, value = ''] of (node.meta ?? '').matchAll(
        /(?:frames|output)=(\S+)/g,
      )) {
        add(value);
      }
    }
    if (
      node.type === 'mdxJsxTextElement' ||
      node.type === 'mdxJsxFlowElement'
    ) {
      for (const attribute of node.attributes) {
        if (
          attribute.type === 'mdxJsxAttribute' &&
          attribute.name === 'of' &&
          typeof attribute.value === 'string'
        ) {
          add(attribute.value);
        }
      }
    }
  });
  return names;
}
