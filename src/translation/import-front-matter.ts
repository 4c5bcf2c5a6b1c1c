import type { Pair } from './align.ts';
import { frontMatterMessages } from './front-matter.ts';
import type { Message } from './message.ts';
import type { OldPage } from './old-page.ts';
import type { Block } from './page-blocks.ts';
import type { Page } from './read-page.ts';

/**
 * Pairs the fields of two front matters, and the title above the text of an old page with that of the front matter.
 *
 * @param page - The page in English.
 * @param old - The translated page.
 * @param ours - The blocks of the page.
 * @returns The pairs, and the blocks of the old page that are left to pair.
 */
export function frontMatterPairs(
  page: Page,
  old: OldPage,
  ours: readonly Block[],
): { pairs: Pair[]; blocks: Block[] } {
  const english = frontMatterMessages(page.frontMatter).map((one) =>
    blockOf(one, 1),
  );
  const theirs = frontMatterMessages(old.frontMatter).map((one) =>
    blockOf(one, old.lineOf(one.comment.split(' ')[0] ?? '', one.id)),
  );
  const [first, ...rest] = old.blocks;
  const isTitle = (one: Block | undefined): boolean =>
    one?.kind === 'heading 1';
  // A title above the text, as most have it, where the page has it in its front matter.
  const above = isTitle(first) && !ours.some(isTitle) ? first : undefined;
  const kind = 'title of the page';
  if (above !== undefined && !theirs.some((one) => one.kind === kind))
    theirs.push({ ...above, kind, context: 'title', anchors: [] });
  const pairs = english.flatMap((our): Pair[] => {
    const same = (one: Block): boolean => one.kind === our.kind;
    const their = theirs.filter(same)[english.filter(same).indexOf(our)];
    return their === undefined ||
      theirs.filter(same).length !== english.filter(same).length
      ? []
      : [{ ours: our, theirs: their, how: `the ${our.kind}`, run: -1 }];
  });
  return { pairs, blocks: above === undefined ? [...old.blocks] : rest };
}

function blockOf({ id, context, comment }: Message, line: number): Block {
  return {
    kind: comment,
    text: id,
    ...(context === undefined ? {} : { context }),
    line,
    anchors: [],
  };
}
