import type { Nodes, PhrasingContent } from 'mdast';

import { isValue, valueReference } from '../../core/value-reference.ts';
import { isLiteral } from '../page/inventory.ts';
import type { ParsedPage } from '../page/read-page.ts';
import { unitsOf } from '../page/units.ts';
import { frontMatterMessages } from '../page/front-matter.ts';

/** Words of a text, with `X` for code, values and expressions. */
export interface Prose {
  readonly text: string;
  /** Returns the line of a position in the text, from 1. */
  readonly lineAt: (position: number) => number;
}

/** Lists the texts of a page in reading order, without comments in code. */
export function proseOf({ tree, source, frontMatter }: ParsedPage): Prose[] {
  const front = frontMatterMessages(frontMatter).map(({ id }): Prose => {
    const before = source.slice(0, Math.max(source.indexOf(id), 0));
    const line = before.split('\n').length;
    return { text: proseOfText(id), lineAt: () => line };
  });
  const units = unitsOf(tree, source, 'without code').flatMap((unit) => {
    if (unit.kind === 'inline') return [proseOfNodes(unit.nodes)];
    if (unit.kind === 'code') return [];
    const { id, line = 1 } = unit.message;
    return [{ text: proseOfText(id), lineAt: () => line }];
  });
  return [...front, ...units];
}

/** Removes code spans and placeholders from a plain text, such as an attribute or an interface text. */
export function proseOfText(text: string): string {
  return text.replaceAll(/`[^`]*`|\{[^{}]*\}/g, 'X');
}

/** Removes the markup of a translation. */
export function proseOfTranslation(text: string): string {
  return proseOfText(text)
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/(?<=\])(?:\[=[^[\]\s]+\]|\([^)]*\))/g, '')
    .replaceAll(valueReference, 'X')
    .replaceAll(/!?\[([^[\]]*)\]/g, '$1')
    .replaceAll(/\*+|\\$/gm, '');
}

function proseOfNodes(nodes: readonly PhrasingContent[]): Prose {
  const pieces: { start: number; line: number }[] = [];
  let text = '';
  const add = (node: Nodes): void => {
    if ('children' in node && !isValue(node) && !isLiteral(node)) {
      node.children.forEach(add);
      return;
    }
    pieces.push({
      start: text.length,
      line: node.position?.start.line ?? pieces.at(-1)?.line ?? 1,
    });
    text +=
      node.type === 'text' ? node.value : node.type === 'break' ? ' ' : 'X';
  };
  nodes.forEach(add);
  return {
    text,
    lineAt: (position) => {
      const piece = pieces.findLast(({ start }) => start <= position);
      if (piece === undefined) return 1;
      const before = text.slice(piece.start, position);
      return piece.line + before.split('\n').length - 1;
    },
  };
}
