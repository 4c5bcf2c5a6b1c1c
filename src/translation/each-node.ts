import type { Nodes } from 'mdast';

/**
 * Looks at nodes and all that is in them, parents first. What a page has thousands of is seen in less time than by a visitor
 * that knows parents and can leave out branches.
 *
 * @param nodes - The nodes.
 * @param see - Told of each; it changes no list of children.
 */
export function eachNode(
  nodes: readonly Nodes[],
  see: (node: Nodes) => void,
): void {
  for (const node of nodes) {
    see(node);
    if ('children' in node) eachNode(node.children, see);
  }
}
