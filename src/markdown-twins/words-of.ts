import type { PhrasingContent, RootContent } from 'mdast';
import { phrasing } from 'mdast-util-phrasing';

/**
 * What stands in a line, where a line is all that there can be: blocks give what they hold.
 *
 * @param nodes of a tree of Markdown
 */
export function wordsOf(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (phrasing(node) || node.type === 'html') return [node];
    if (node.type === 'code')
      return [{ type: 'inlineCode', value: node.value }];
    return 'children' in node ? wordsOf(node.children) : [];
  });
}
