import type { Nodes } from 'mdast';

/**
 * Returns the name of a value reference or its definition: `[=name]` for a recorded value, `[words][=name]` for bound words, and
 * `[=name]: …` for its source.
 *
 * @returns undefined for any other node
 */
export function valueName(node: Nodes): string | undefined {
  return (node.type === 'linkReference' || node.type === 'definition') &&
    node.identifier.startsWith('=')
    ? node.identifier.slice(1)
    : undefined;
}

/** Whether a node is `[=name]`, which is replaced by the value. */
export function isValue(node: Nodes): boolean {
  return (
    node.type === 'linkReference' &&
    node.referenceType !== 'full' &&
    valueName(node) !== undefined
  );
}

/** `[=name]` in Markdown; a parser that doesn't find its definition leaves it as text. */
export const valueReference = /\[=[^[\]\s]+\]/g;
