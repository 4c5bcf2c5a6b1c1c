import type { Parent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';

/** HTML elements that hold text and no other element; a `<title>` in `<head>` with one breaks the build. */
const names = new Set(['option', 'textarea', 'title']);

/**
 * Tells whether an element of the page may hold nothing but text, so that no mark can stand in it.
 *
 * @param node - What holds a run of text.
 * @returns Whether it is such an element.
 */
export function isTextOnly(
  node: Parent,
): node is MdxJsxFlowElement | MdxJsxTextElement {
  return (
    (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
    'name' in node &&
    typeof node.name === 'string' &&
    names.has(node.name)
  );
}
