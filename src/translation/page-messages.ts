import type { Root } from 'mdast';

import { type FrontMatter, frontMatterMessages } from './front-matter.ts';
import { messageKey, type Message } from './message.ts';
import { unitsOf } from './units.ts';

/**
 * Lists what a translator is offered for a page.
 *
 * @param tree - The page as parsed, with its code filled in.
 * @param source - The text that the tree was parsed from.
 * @param frontMatter - Its front matter.
 * @returns The messages in the order of the page, each once.
 */
export function pageMessages(
  tree: Root,
  source: string,
  frontMatter: FrontMatter,
): Message[] {
  const all = [
    ...frontMatterMessages(frontMatter),
    ...unitsOf(tree, source).flatMap((unit) =>
      unit.kind === 'code'
        ? unit.comments.map(({ message }) => message)
        : [unit.message],
    ),
  ];
  const seen = new Set<string>();
  return all.filter(({ context, id }) => {
    const key = messageKey(context, id);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
