import type { Pair } from './align.ts';
import type { Block } from './page-blocks.ts';

/**
 * Adds the comments of a pair of code: code that is the same has the same comments, one for one.
 *
 * @param pair - Any pair.
 * @returns The pair, and those of its comments.
 */
export function withComments(pair: Pair): Pair[] {
  const [ours, theirs] = [pair.ours.code?.unit, pair.theirs.code?.unit];
  if (
    ours === undefined ||
    theirs === undefined ||
    pair.ours.anchors[0] !== pair.theirs.anchors[0] ||
    ours.comments.length !== theirs.comments.length
  )
    return [pair];
  const comment = (
    { message: { id, context } }: (typeof ours.comments)[number],
    line: number,
  ): Block => ({
    kind: 'comment in code',
    text: id,
    line,
    anchors: [],
    ...(context === undefined ? {} : { context }),
  });
  return [
    pair,
    ...ours.comments.flatMap((our, index): Pair[] => {
      const their = theirs.comments[index];
      return their === undefined
        ? []
        : [
            {
              ours: comment(our, pair.ours.line),
              theirs: comment(their, pair.theirs.line),
              how: 'a comment in the same code',
              run: -1,
            },
          ];
    }),
  ];
}
