import type { Pair } from './align.ts';
import { parseInline } from './inline.ts';
import { type Block, isSameCode, pageName } from './page-blocks.ts';
import { protectedParts, unsharedPart } from './protected-parts.ts';

/**
 * Says why a text cannot translate another.
 *
 * @param ours - The English block.
 * @param theirs - The old one.
 * @returns The difference, for a person; undefined if there is none.
 */
export function differenceOf(ours: Block, theirs: Block): string | undefined {
  if (ours.code !== undefined)
    return isSameCode(ours, theirs) ? undefined : 'the code is another';
  if (ours.context === undefined) {
    try {
      parseInline(theirs.text, { definitions: [], footnotes: [] });
    } catch {
      return 'a tag or a brace in it is not closed';
    }
  }
  const unshared = unsharedPart(
    protectedParts(ours.text, ours.context),
    protectedParts(withOurLinks(ours.text, theirs.text), ours.context),
  );
  if (unshared !== undefined)
    return unshared.inFirst
      ? `the English has the ${unshared.part}, and this has not`
      : `this has the ${unshared.part}, and the English has not`;
  return ours.context === 'code' &&
    ours.text.split('\n').length !== theirs.text.split('\n').length
    ? 'the comment has another number of lines'
    : undefined;
}

/**
 * Says why a pair is not offered.
 *
 * @param pair - The pair, with the links of the page in the old text.
 * @param doubtful - Runs in which a block differs.
 * @returns The reason, for a person; undefined if it can be taken.
 */
export function reasonAgainst(
  { ours, theirs, run }: Pair,
  doubtful: ReadonlySet<number>,
): string | undefined {
  const differs = differenceOf(ours, theirs);
  if (differs !== undefined) return differs;
  if (ours.text === theirs.text && ours.text.split(/\s+/).length > 2)
    return 'it is still English';
  // Three times as long, or seven times as short, is no translation; Chinese is the shortest.
  if (
    theirs.text.length > 3 * ours.text.length + 20 ||
    ours.text.length > 7 * theirs.text.length + 20
  )
    return `its length does not fit to the English "${ours.text}"`;
  return run > 0 && doubtful.has(run) && ours.anchors.length === 0
    ? 'only its place speaks for it, and a block beside it differs from the English'
    : undefined;
}

/**
 * Writes links to pages of the site, which lie elsewhere today, as the English has them, by the name of the page.
 *
 * @param ours - The English text.
 * @param theirs - The old text.
 * @returns The old text; a link that the English has not stays.
 */
export function withOurLinks(ours: string, theirs: string): string {
  const target = /(?<=\]\()[^)\s]+/g;
  const english: readonly string[] = ours.match(target) ?? [];
  return theirs.replace(target, (url) => {
    const name = pageName(url);
    if (name === undefined || name === '' || english.includes(url)) return url;
    const [only, ...others] = english.filter(
      (other) => pageName(other) === name,
    );
    return only === undefined || others.length > 0 ? url : only;
  });
}
