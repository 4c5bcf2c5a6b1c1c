import { align, type Pair } from './align.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { frontMatterMessages } from './front-matter.ts';
import { parseInline } from './inline.ts';
import { messageKey } from './message.ts';
import type { OldPage } from './old-page.ts';
import { type Block, blocksOf } from './page-blocks.ts';
import type { Page } from './pages.ts';
import { protectedParts, unsharedPart } from './protected-parts.ts';

/** A text of the old page that is offered as a translation. */
export interface Taken {
  key: string;
  english: string;
  text: string;
  /** Where it stands in the old page. */
  line: number;
  how: string;
}

/** A text of the old page that is not. */
export interface Left {
  line: number;
  text: string;
  reason: string;
}

/** What of an old page can be used. */
export interface Import {
  taken: Taken[];
  left: Left[];
  /** How many of its texts belong to messages that have a translation already. */
  translated: number;
}

/**
 * Finds in an old translated page what is safe to offer for the messages of a page.
 *
 * @param page - The page in English.
 * @param old - The translated page.
 * @param catalogue - The catalogue of the page; what it has translated is left alone.
 * @returns What can be taken, and what not, with the reason for each.
 */
export function importPage(
  page: Page,
  old: OldPage,
  catalogue: Catalogue,
): Import {
  const ours = blocksOf(structuredClone(page.tree), page.source, 0);
  const { pairs: head, blocks: theirs } = frontMatterPairs(page, old, ours);
  const pairs = [...head, ...align(ours, theirs)].flatMap(withComments);
  const result: Import = { taken: [], left: [], translated: 0 };
  const byKey = new Map<string, Taken>();
  const used = new Set(pairs.map(({ theirs: their }) => their));
  const doubtful = new Set(
    pairs
      .filter(
        ({ ours: our, theirs: their }) => difference(our, their) !== undefined,
      )
      .map(({ run }) => run),
  );
  for (const pair of pairs) {
    const { ours: our, theirs: their, how } = pair;
    if (our.code !== undefined) continue;
    const key = messageKey(our.context, our.text);
    const entry = catalogue.byKey.get(key);
    if (entry === undefined || isTranslated(entry)) {
      if (entry !== undefined) result.translated += 1;
      continue;
    }
    const text = withOurLinks(our.text, their.text);
    const reason = reasonAgainst(
      { ...pair, theirs: { ...their, text } },
      doubtful,
    );
    if (reason !== undefined) {
      result.left.push({ line: their.line, text: their.text, reason });
      continue;
    }
    const other = byKey.get(key);
    if (other !== undefined) {
      if (other.text !== text)
        result.left.push({
          line: their.line,
          text: their.text,
          reason: `line ${other.line} says the same English in other words, and was taken`,
        });
      continue;
    }
    const one = { key, english: our.text, text, line: their.line, how };
    byKey.set(key, one);
    result.taken.push(one);
  }
  for (const block of theirs)
    if (!used.has(block) && block.code === undefined)
      result.left.push({
        line: block.line,
        text: block.text,
        reason: `nothing on ${page.file} is surely the same ${block.kind}`,
      });
  result.left.sort((a, b) => a.line - b.line);
  return result;
}

function isTranslated({ text }: Entry): boolean {
  return text !== '';
}

function frontMatterPairs(
  page: Page,
  old: OldPage,
  ours: readonly Block[],
): { pairs: Pair[]; blocks: Block[] } {
  const block = (one: { id: string; context?: string; comment: string }) => ({
    kind: one.comment,
    text: one.id,
    ...(one.context === undefined ? {} : { context: one.context }),
    line: 1,
    anchors: [],
  });
  const english = frontMatterMessages(page.frontMatter).map(block);
  const theirs = frontMatterMessages(old.frontMatter).map(block);
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

/** Code that is the same has the same comments, one for one. */
function withComments(pair: Pair): Pair[] {
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

function difference(ours: Block, theirs: Block): string | undefined {
  if (ours.code !== undefined)
    return ours.anchors[0] === theirs.anchors[0]
      ? undefined
      : 'the code is another';
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

function reasonAgainst(
  { ours, theirs, run }: Pair,
  doubtful: ReadonlySet<number>,
): string | undefined {
  const differs = difference(ours, theirs);
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

/** Links to pages of the site, which lie elsewhere today, by the name of the page. */
function withOurLinks(ours: string, theirs: string): string {
  const target = /(?<=\]\()[^)\s]+/g;
  const english: readonly string[] = ours.match(target) ?? [];
  const page = (url: string): string | undefined =>
    /^[a-z]+:|^\/\//i.test(url)
      ? undefined
      : url
          .replace(/[?#].*$/s, '')
          .replace(/(?:\/index)?(?:\.mdx?|\/)?$/, '')
          .split('/')
          .at(-1)
          ?.toLowerCase();
  return theirs.replace(target, (url) => {
    const name = page(url);
    if (name === undefined || name === '' || english.includes(url)) return url;
    const [only, ...others] = english.filter((other) => page(other) === name);
    return only === undefined || others.length > 0 ? url : only;
  });
}
