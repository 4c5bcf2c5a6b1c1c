import {
  namesIn,
  type Section,
  strong,
  type Votes,
  votesOf,
} from './align-votes.ts';
import type { Block } from './page-blocks.ts';

/** Two sections that say the same. */
export interface SectionPair {
  ours: Section;
  theirs: Section;
  /** Why they belong together, for a person. */
  how: string;
}

type Found = Map<Section, { section: Section; how: string }>;

/**
 * Divides a page at its headings.
 *
 * @param blocks - Its blocks in order.
 * @returns The sections; the first one has no heading.
 */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = [{ blocks: [] }];
  for (const block of blocks)
    if (isHeading(block)) sections.push({ heading: block, blocks: [] });
    else sections.at(-1)?.blocks.push(block);
  return sections;
}

/**
 * Pairs the sections of a page with those of its translation: first those that share code, ids, links or code spans, wherever they
 * stand; then those between two such pairs by their place, if both sides have as many of the same levels and nothing in them
 * points to another place.
 *
 * @param ours - The sections of the page.
 * @param theirs - Those of the translation.
 * @returns The pairs in our order. What surely belongs to no other has none.
 */
export function pairSections(
  ours: readonly Section[],
  theirs: readonly Section[],
): SectionPair[] {
  const votes = votesOf(ours, theirs);
  const found: Found = new Map();
  const [top, oldTop] = [ours[0], theirs[0]];
  if (top !== undefined && oldTop !== undefined)
    found.set(top, { section: oldTop, how: 'the text above all headings' });
  for (const one of ours) {
    const other = surePartner(one, votes);
    if (other !== undefined)
      found.set(one, {
        section: other,
        how: 'same code, link or code span in the section',
      });
  }
  byPlace(ours, theirs, votes, found);
  return ours.flatMap((one): SectionPair[] => {
    const pair = found.get(one);
    return pair === undefined
      ? []
      : [{ ours: one, theirs: pair.section, how: pair.how }];
  });
}

function isHeading({ kind }: Block): boolean {
  return kind.startsWith('heading');
}

/** The section for which more than twice as much speaks as for all others together, on both sides. */
function surePartner(ours: Section, votes: Votes): Section | undefined {
  const theirs = mostOf(votes.from(ours));
  if (theirs === undefined || mostOf(votes.to(theirs)) !== ours)
    return undefined;
  return ours.heading?.kind === theirs.heading?.kind ? theirs : undefined;
}

function mostOf(row: ReadonlyMap<Section, number>): Section | undefined {
  const sum = [...row.values()].reduce((all, one) => all + one, 0);
  return [...row].find(
    ([, weight]) => weight >= strong && weight > 2 * (sum - weight),
  )?.[0];
}

/** Only what stands between two pairs that stand beside each other on both sides, so that nothing has moved in or out. */
function byPlace(
  ours: readonly Section[],
  theirs: readonly Section[],
  votes: Votes,
  found: Found,
): void {
  const taken = new Set([...found.values()].map(({ section }) => section));
  const whole = found.size === 1;
  let start = 0;
  for (let end = 1; end <= ours.length; end += 1) {
    const last = ours[end];
    const next = last && found.get(last)?.section;
    if (last !== undefined && next === undefined) continue;
    const first = ours[start];
    const before = first && found.get(first)?.section;
    const a = ours.slice(start + 1, end);
    const b =
      before === undefined
        ? []
        : theirs.slice(
            theirs.indexOf(before) + 1,
            next === undefined ? undefined : theirs.indexOf(next),
          );
    if (
      !b.some((section) => taken.has(section)) &&
      sameLevels(a, b) &&
      a.every((section, index) => mayBe(section, b[index], votes))
    )
      a.forEach((section, index) => {
        const other = b[index];
        if (other !== undefined)
          found.set(section, {
            section: other,
            how: whole
              ? 'as many headings of the same levels, and nothing beneath points elsewhere'
              : 'the same headings beside a sure one, and nothing beneath points elsewhere',
          });
      });
    start = end;
  }
}

function sameLevels(a: readonly Section[], b: readonly Section[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ heading }, index) => heading?.kind === b[index]?.heading?.kind)
  );
}

/** Nothing in either points to another section, and if one has something that could, they share some of it. */
function mayBe(
  ours: Section,
  theirs: Section | undefined,
  votes: Votes,
): boolean {
  if (theirs === undefined) return false;
  if ([...votes.from(ours).keys()].some((other) => other !== theirs))
    return false;
  if ([...votes.to(theirs).keys()].some((other) => other !== ours))
    return false;
  const [a, b] = [solidNames(ours), solidNames(theirs)];
  return a.length + b.length === 0 || a.some((name) => b.includes(name));
}

/** Without the ids of headings, which an old page makes of its own words. */
function solidNames(section: Section): string[] {
  return [...namesIn(section).keys()].filter(
    (name) => !/^heading \d #/.test(name),
  );
}
