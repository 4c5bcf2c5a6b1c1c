import type { PhrasingContent } from 'mdast';
import type { MdxJsxTextElement, MdxTextExpression } from 'mdast-util-mdx';

import { eachNode } from './each-node.ts';
import { expressionText, tagOf } from './inventory.ts';

/**
 * Puts the attributes and expressions of the English nodes in the place of those that a translation wrote, so that
 * nothing of a catalogue is ever compiled as code. Both must have the same inventory.
 *
 * @param translation - Nodes of the translation; changed in place.
 * @param source - Nodes of the English.
 * @throws If the translation holds an element or expression that the English has not.
 */
export function graft(
  translation: readonly PhrasingContent[],
  source: readonly PhrasingContent[],
): void {
  const elements: MdxJsxTextElement[] = [];
  const expressions: MdxTextExpression[] = [];
  eachNode(source, (node) => {
    if (node.type === 'mdxJsxTextElement') elements.push(node);
    else if (node.type === 'mdxTextExpression') expressions.push(node);
  });
  eachNode(translation, (node) => {
    if (node.type === 'mdxJsxTextElement') {
      const english = take(elements, (other) => tagOf(other) === tagOf(node));
      node.attributes = english.attributes;
      if (english.data !== undefined) node.data = english.data;
    } else if (node.type === 'mdxTextExpression') {
      const english = take(
        expressions,
        (other) => expressionText(other.value) === expressionText(node.value),
      );
      node.value = english.value;
      if (english.data !== undefined) node.data = english.data;
    }
  });
}

function take<T>(from: T[], matches: (item: T) => boolean): T {
  const [found] = from.splice(from.findIndex(matches), 1);
  if (found === undefined || !matches(found))
    throw new Error('the English has no such element');
  return found;
}
