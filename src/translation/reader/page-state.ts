import { basename, dirname } from 'node:path';

import {
  type Catalogue,
  type Entry,
  type Message,
  messageKey,
} from '../catalogue/catalogue.ts';
import type { CharacterRules } from '../style/character-rules.ts';
import type { FrontMatter } from '../page/front-matter.ts';
import type { Problem } from '../problem.ts';
import { translateText } from '../page/translate-text.ts';
import { leastShare, type PageTranslation } from './page-translation.ts';
import { gapOf, type Marks } from './marks.ts';

function isCurrent({ fuzzy, text }: Entry): boolean {
  return !fuzzy && text !== '';
}

/** Returns the share of current translations in a catalogue, from 0 to 1; 0 if it is empty. */
export function catalogueShare(catalogue: Catalogue): number {
  const entries = [...catalogue.byKey.values()];
  const current = entries.filter(isCurrent).length;
  return entries.length === 0 ? 0 : current / entries.length;
}

/**
 * Whether enough of a page is translated to show it in its language. Uses only the catalogue, so that the page agrees with its
 * title, which Docusaurus reads first.
 *
 * @param file path of the page; partials are always shown
 */
export function isShown(file: string, catalogue: Catalogue): boolean {
  return isPartial(file) || catalogueShare(catalogue) >= leastShare;
}

/**
 * Whether a page is a partial, which other pages import: its name or a folder begins with `_`, as in Docusaurus.
 *
 * @param file path from the docs folder
 */
export function isPartial(file: string): boolean {
  return basename(file).startsWith('_') || /(?:^|[/\\])_/.test(dirname(file));
}

/**
 * Returns why the title of a page is shown in English, for its `PageTranslation`; empty if it is translated.
 *
 * @param english front matter of the source
 * @param translated translated front matter
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
  // A title may be the same in both languages, and a refused one isn't shown.
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
 * Counts the translated messages that readers see.
 *
 * @param messages messages of the page's text; other messages of the catalogue are front matter
 * @param problems refused translations
 * @param isDraft whether a translation is a machine translation without review
 * @returns the share, and how much of it are drafts
 */
export function countShown(
  catalogue: Catalogue,
  messages: readonly Pick<Message, 'id' | 'context'>[],
  problems: readonly Problem[],
  characters: CharacterRules,
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
      (inText.has(key) ||
        translateText(entry, characters, () => undefined) !== undefined),
  );
  const drafts = shown.filter(([, entry]) => isDraft(entry)).length;
  return {
    share: all.size === 0 ? 1 : shown.length / all.size,
    drafts: drafts === 0 ? 'none' : drafts === shown.length ? 'all' : 'some',
  };
}
