import { basename, dirname } from 'node:path';

import type { Catalogue, Entry } from '../catalogue.ts';
import type { FrontMatter } from '../front-matter.ts';
import { messageKey, type Message } from '../message.ts';
import type { Problem } from '../problem.ts';
import { translateText } from '../translate-text.ts';
import { leastShare, type PageTranslation } from './page-translation.ts';
import { gapOf, type Marks } from './state-marks.ts';

function isCurrent({ fuzzy, text }: Entry): boolean {
  return !fuzzy && text !== '';
}

/**
 * How much of a catalogue is translated and current, as far as it can be told without the page.
 *
 * @param catalogue - The catalogue.
 * @returns The share, from 0 to 1; 0 for an empty one.
 */
export function catalogueShare(catalogue: Catalogue): number {
  const entries = [...catalogue.byKey.values()];
  const current = entries.filter(isCurrent).length;
  return entries.length === 0 ? 0 : current / entries.length;
}

/**
 * Whether a page is shown in the language of a catalogue at all. Only the catalogue is asked, so that the title, which
 * Docusaurus reads before the page, and the page agree.
 *
 * @param file - Path of the page; a part that other pages import is always shown.
 * @param catalogue - The catalogue of the page.
 * @returns False where too little is translated.
 */
export function isShown(file: string, catalogue: Catalogue): boolean {
  return isPartial(file) || catalogueShare(catalogue) >= leastShare;
}

/**
 * Whether a file is a part of other pages and no page itself.
 *
 * @param file - Its path from the folder of the pages.
 * @returns True where its name, or that of a folder, begins with `_`: so Docusaurus says it.
 */
export function isPartial(file: string): boolean {
  return basename(file).startsWith('_') || /(?:^|[/\\])_/.test(dirname(file));
}

/**
 * Why the title of a page stays as it was written.
 *
 * @param english - The front matter as written.
 * @param translated - The front matter in the language.
 * @param catalogue - The catalogue of the page.
 * @param marks - How a reader is told.
 * @returns For the page's `PageTranslation`: nothing where the title is translated.
 */
export function titleGap(
  english: FrontMatter,
  translated: FrontMatter,
  catalogue: Catalogue,
  marks: Marks,
): Pick<PageTranslation, 'title'> {
  const { title } = english;
  if (typeof title !== 'string') return {};
  const entry = catalogue.byKey.get(messageKey('title', title));
  // A title may be the same in both languages, and a refused one is not shown.
  if (
    entry !== undefined &&
    isCurrent(entry) &&
    translated['title'] === entry.text
  )
    return {};
  const gap = gapOf(entry);
  return { title: { gap, note: marks[gap] } };
}

/**
 * Counts what a reader sees in the language of a catalogue.
 *
 * @param catalogue - The catalogue of the page.
 * @param messages - The messages of the page's text.
 * @param problems - What was refused of them.
 * @param isDraft - Whether a translation was made by a machine and reviewed by nobody.
 * @returns The share, and how much of it are drafts. A message of the catalogue that is not in the text is one of the front matter.
 */
export function countShown(
  catalogue: Catalogue,
  messages: readonly Pick<Message, 'id' | 'context'>[],
  problems: readonly Problem[],
  isDraft: (entry: Entry) => boolean,
): Pick<PageTranslation, 'share' | 'drafts'> {
  const inText = new Set(
    messages.map(({ context, id }) => messageKey(context, id)),
  );
  const all = new Set([...inText, ...catalogue.byKey.keys()]);
  const refused = new Set(problems.map(({ line }) => line));
  const shown = [...catalogue.byKey].filter(
    ([key, entry]) =>
      isCurrent(entry) &&
      !refused.has(entry.line) &&
      (inText.has(key) || translateText(entry, () => undefined) !== undefined),
  );
  const drafts = shown.filter(([, entry]) => isDraft(entry)).length;
  return {
    share: all.size === 0 ? 1 : shown.length / all.size,
    drafts: drafts === 0 ? 'none' : drafts === shown.length ? 'all' : 'some',
  };
}
