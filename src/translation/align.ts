import { pairSections, sectionsOf } from './align-sections.ts';
import type { Block } from './page-blocks.ts';

/** Two blocks that stand at the same place of two pages. */
export interface Pair {
  ours: Block;
  theirs: Block;
  /** Why they belong together, for a person. */
  how: string;
  /** Pairs of one run have only their place to speak for them, and stand or fall together. */
  run: number;
}

type Blocks = readonly [Block, Block];

const sameAnchor = 'same code, link or code span';

/**
 * Pairs the blocks of a page with those of its translation: first the sections, then in each what has an anchor, such as code, then
 * the blocks between two pairs, if both sides have as many of the same kinds. In sections without a pair, only anchors count.
 * What this leaves open has no pair.
 *
 * @param ours - The blocks of the page.
 * @param theirs - Those of the translation.
 * @returns The pairs in order.
 */
export function align(
  ours: readonly Block[],
  theirs: readonly Block[],
): Pair[] {
  const pairs: Pair[] = [];
  let run = 0;
  const between = (a: readonly Block[], b: readonly Block[]): void => {
    run += 1;
    if (sameKinds(a, b))
      pairs.push(...paired(a, b, 'the same blocks between two others', run));
  };
  const anchored = (a: readonly Block[], b: readonly Block[]): Blocks[] => {
    const found = byAnchor(a, b);
    for (const [our, their] of found)
      pairs.push({ ours: our, theirs: their, how: sameAnchor, run: 0 });
    return found;
  };
  const [ourSections, theirSections] = [sectionsOf(ours), sectionsOf(theirs)];
  const sections = pairSections(ourSections, theirSections);
  for (const { ours: our, theirs: their, how } of sections) {
    if (our.heading !== undefined && their.heading !== undefined)
      pairs.push({ ours: our.heading, theirs: their.heading, how, run: 0 });
    const [a, b] = [our.blocks, their.blocks];
    split(a, b, anchored(a, b), between);
  }
  const known = new Set(sections.flatMap((pair) => [pair.ours, pair.theirs]));
  const rest = (all: typeof ourSections): Block[] =>
    all.filter((one) => !known.has(one)).flatMap(({ blocks }) => blocks);
  anchored(rest(ourSections), rest(theirSections));
  const order = new Map(ours.map((block, index) => [block, index]));
  return pairs.sort(
    (a, b) => (order.get(a.ours) ?? 0) - (order.get(b.ours) ?? 0),
  );
}

function sameKinds(a: readonly Block[], b: readonly Block[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ kind }, index) => kind === b[index]?.kind)
  );
}

function paired(
  a: readonly Block[],
  b: readonly Block[],
  how: string,
  run: number,
): Pair[] {
  return a.flatMap((ours, index) => {
    const theirs = b[index];
    return theirs === undefined ? [] : [{ ours, theirs, how, run }];
  });
}

/** Blocks with an anchor that stands once on each side; those that would cross others are no sure ones. */
function byAnchor(a: readonly Block[], b: readonly Block[]): Blocks[] {
  const theirs = byOwnAnchor(b);
  const found = new Map<Block, Block>();
  for (const [name, block] of byOwnAnchor(a)) {
    const other = theirs.get(name);
    if (other !== undefined && !found.has(block)) found.set(block, other);
  }
  const pairs = [...found].sort(([x], [y]) => a.indexOf(x) - a.indexOf(y));
  const order = pairs.map(([, block]) => b.indexOf(block));
  return pairs.filter((_, index) => {
    const own = order[index] ?? 0;
    return order.every((other, at) =>
      at < index ? other < own : at === index || other > own,
    );
  });
}

function byOwnAnchor(blocks: readonly Block[]): Map<string, Block> {
  const found = new Map<string, Block>();
  const twice = new Set<string>();
  for (const block of blocks)
    for (const anchor of new Set(block.anchors)) {
      const name = `${block.kind} ${anchor}`;
      if (anchor === '' || found.has(name)) twice.add(name);
      found.set(name, block);
    }
  for (const name of twice) found.delete(name);
  return found;
}

/** Calls back with what stands before, between and behind the pairs. */
function split(
  a: readonly Block[],
  b: readonly Block[],
  pairs: readonly Blocks[],
  visit: (a: readonly Block[], b: readonly Block[]) => void,
): void {
  let [fromA, fromB] = [0, 0];
  for (const [ours, theirs] of pairs) {
    const [atA, atB] = [a.indexOf(ours), b.indexOf(theirs)];
    visit(a.slice(fromA, atA), b.slice(fromB, atB));
    fromA = atA + 1;
    fromB = atB + 1;
  }
  visit(a.slice(fromA), b.slice(fromB));
}
