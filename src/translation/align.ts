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

/**
 * Pairs the blocks of a page with those of its translation: first the headings, then what has an anchor, such as code, then the
 * blocks between two pairs, if both sides have as many of the same kinds. What this leaves open has no pair.
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
  const section = (a: readonly Block[], b: readonly Block[]): void => {
    const anchored = byAnchor(a, b);
    split(a, b, anchored, between);
    run += 1;
    for (const [our, their] of anchored)
      pairs.push({ ours: our, theirs: their, how: 'its anchor', run: -run });
  };
  const headings = headingPairs(ours, theirs);
  for (const { pair, how } of headings)
    pairs.push({ ours: pair[0], theirs: pair[1], how, run: 0 });
  split(
    ours,
    theirs,
    headings.map(({ pair }) => pair),
    section,
  );
  return pairs.sort((a, b) => ours.indexOf(a.ours) - ours.indexOf(b.ours));
}

type Blocks = readonly [Block, Block];

function isHeading({ kind }: Block): boolean {
  return kind.startsWith('heading');
}

function headingPairs(
  ours: readonly Block[],
  theirs: readonly Block[],
): { pair: Blocks; how: string }[] {
  const a = ours.filter(isHeading);
  const b = theirs.filter(isHeading);
  if (sameKinds(a, b))
    return paired(a, b, 'all headings in the same order', 0).map((pair) => ({
      pair: [pair.ours, pair.theirs],
      how: pair.how,
    }));
  const anchored = byAnchor(a, b);
  const found = anchored.map((pair) => ({ pair, how: 'its anchor' }));
  split(a, b, anchored, (x, y) => {
    // Only what is enclosed by headings that are sure.
    if (anchored.length > 0 && sameKinds(x, y))
      for (const { ours: our, theirs: their } of paired(x, y, '', 0))
        found.push({
          pair: [our, their],
          how: 'the same headings beside a sure one',
        });
  });
  return found.sort((x, y) => a.indexOf(x.pair[0]) - a.indexOf(y.pair[0]));
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
