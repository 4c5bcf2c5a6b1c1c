import { align } from './align.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { withComments } from './import-comments.ts';
import { frontMatterPairs } from './import-front-matter.ts';
import { differenceOf, reasonAgainst, withOurLinks } from './import-reasons.ts';
import { messageKey } from './message.ts';
import type { OldPage } from './old-page.ts';
import { blocksOf } from './page-blocks.ts';
import type { Page } from './read-page.ts';

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
        ({ ours: our, theirs: their }) =>
          differenceOf(our, their) !== undefined,
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
