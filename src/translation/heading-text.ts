import type { Heading, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';

const isComment = (expression: string): boolean =>
  /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(expression);

/**
 * The words of a heading as a translator is told them: without comments and ids; a measured value by its name.
 *
 * @param heading - The heading.
 * @returns Its text: `<status> Upgrade Required`.
 */
export function headingText(heading: Heading): string {
  return textOf(heading).replaceAll(/\s+/g, ' ').trim();
}

function textOf(node: Nodes): string {
  if (node.type === 'mdxTextExpression')
    return isComment(node.value) ? '' : '…';
  if (!('children' in node)) return toString(node);
  if (node.type === 'mdxJsxTextElement' && node.children.length === 0) {
    const of = node.attributes.find(
      (attribute) =>
        attribute.type === 'mdxJsxAttribute' && attribute.name === 'of',
    )?.value;
    const name = typeof of === 'string' && /([^.#/]+)$/.exec(of)?.[1];
    return typeof name === 'string' ? `<${name}>` : '…';
  }
  return node.children.map(textOf).join('');
}
