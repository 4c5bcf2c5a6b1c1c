import { hash } from 'node:crypto';

import type { Parent, Root } from 'mdast';
import type {} from 'mdast-util-to-hast';

import { eachNode } from '../each-node.ts';
import type { InlineUnit } from '../units.ts';

/**
 * Prepares the marking of blocks with their messages: the same block has the same mark in every language, so that a script
 * finds the original of a translated one.
 *
 * @param tree - The page, before its translation.
 * @returns Marks the block of a message, `data-message="…"`; one that has no element of its own stays without.
 */
export function messageMarks(tree: Root): (unit: InlineUnit) => void {
  const tight = tightParagraphs(tree);
  return ({ parent, message }) => {
    if (!isBlock(parent)) return;
    const data = (parent.data ??= {});
    if (tight.has(parent)) data.hName = 'span';
    data.hProperties = { ...data.hProperties, dataMessage: nameOf(message.id) };
  };
}

function isBlock(node: Parent): boolean {
  return (
    node.type === 'heading' ||
    node.type === 'tableCell' ||
    (node.type === 'paragraph' &&
      !(node.data !== undefined && 'directiveLabel' in node.data))
  );
}

/** The paragraphs of a tight list are no elements, unless they are given a name. */
function tightParagraphs(tree: Root): ReadonlySet<Parent> {
  const found = new Set<Parent>();
  eachNode([tree], (node) => {
    if (node.type !== 'list' || node.spread === true) return;
    if (node.children.some((item) => item.spread)) return;
    for (const item of node.children)
      for (const child of item.children)
        if (child.type === 'paragraph') found.add(child);
  });
  return found;
}

/** Long enough for the messages of one page. */
function nameOf(id: string): string {
  return hash('sha256', id, 'base64url').slice(0, 6);
}
