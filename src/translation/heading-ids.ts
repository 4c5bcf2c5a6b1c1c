import type { Heading, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';

import { eachNode } from './each-node.ts';

/** Makes ids from texts, no two the same; `createSlugger` of `@docusaurus/utils` gives one. */
export interface Slugger {
  slug: (text: string) => string;
}

/**
 * The id that an author wrote behind a heading, as `{/* #id *\/}`.
 *
 * @param heading - The heading.
 * @returns The id; undefined if there is none.
 */
export function explicitId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'mdxTextExpression') return undefined;
  // One comment and nothing else, as Docusaurus has it.
  const comment = /^\s*\/\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(last.value)?.[1];
  return /^\s*#(\S+)/.exec(comment ?? '')?.[1];
}

/**
 * Sets the id of each heading from its English text, so that an anchor is the same in every language. Docusaurus takes an
 * id that is set over one of its own. Explicit ids are left to it.
 *
 * @param tree - The page, before its translation; changed in place.
 * @param slugger - A new one for each page.
 */
export function setHeadingIds(tree: Root, slugger: Slugger): void {
  eachNode([tree], (node) => {
    if (node.type !== 'heading' || explicitId(node) !== undefined) return;
    const data = (node.data ??= {});
    const properties = (data.hProperties ??= {});
    properties['id'] ??= slugger.slug(toString(node));
  });
}
