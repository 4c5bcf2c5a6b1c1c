import { hash } from 'node:crypto';

import type { Data, Parent, Root } from 'mdast';
import type {} from 'mdast-util-to-hast';

import type { Entry } from '../catalogue/catalogue.ts';
import { eachNode, isTextOnly, type TranslationNote } from '../page/nodes.ts';
import type { TranslatedRun } from '../page/translate-tree.ts';
import type { InlineUnit } from '../page/units.ts';
import type { Gap, Words } from './page-translation.ts';

/**
 * Returns a function that marks the block of a message with `data-message="…"`, equal in all languages, so that a script finds
 * the original of a translated block.
 *
 * @param tree the page before its translation
 */
export function messageMarks(tree: Root): (unit: InlineUnit) => void {
  const tight = tightParagraphs(tree);
  return ({ parent, message }) => {
    if (!isBlock(parent)) return;
    const data = (parent.data ??= {});
    if (tight.has(parent)) data.hName = 'span';
    data.hProperties = { ...data.hProperties, dataMessage: nameOf(message.id) };
  };
}

function isBlock(node: Parent): boolean {
  return (
    node.type === 'heading' ||
    node.type === 'tableCell' ||
    (node.type === 'paragraph' &&
      !(node.data !== undefined && 'directiveLabel' in node.data))
  );
}

/** Finds paragraphs of tight lists, which have no elements by default. */
function tightParagraphs(tree: Root): ReadonlySet<Parent> {
  const found = new Set<Parent>();
  eachNode([tree], (node) => {
    if (node.type !== 'list' || node.spread === true) return;
    if (node.children.some((item) => item.spread)) return;
    for (const item of node.children)
      for (const child of item.children)
        if (child.type === 'paragraph') found.add(child);
  });
  return found;
}

/** Returns a hash that is long enough to be unique within a page. */
function nameOf(id: string): string {
  return hash('sha256', id, 'base64url').slice(0, 6);
}

/** Notes for readers: why a text is untranslated, or that it has no review. */
export type Marks = Readonly<Record<Gap | 'draft', Words>>;

/**
 * Returns why a message is shown in English.
 *
 * @returns `changed` if there is an outdated translation
 */
export function gapOf(entry: Entry | undefined): Gap {
  return entry?.fuzzy === true && entry.previousId !== undefined
    ? 'changed'
    : 'missing';
}

/**
 * Adds a note on its state after a run of text, in the page's language. Current translations other than drafts, and elements that
 * can contain only text, get none.
 *
 * @param run the translated run; its parent is changed
 * @param isDraft whether a translation is a machine translation without review
 */
export function markState(
  { unit, state, entry }: TranslatedRun,
  marks: Marks,
  isDraft: (entry: Entry) => boolean,
): void {
  const draft = state === 'current' && entry !== undefined && isDraft(entry);
  if ((state === 'current' && !draft) || isTextOnly(unit.parent)) return;
  const name = draft ? 'draft' : gapOf(entry);
  const carrier =
    unit.parent.children.find(({ type }) => type === 'sourceLanguage') ??
    unit.parent;
  const data: Data = (carrier.data ??= {});
  data.hProperties = { ...data.hProperties, dataTranslation: name };
  const children: Parent['children'] = unit.parent.children;
  children.splice(children.length - unit.rest.length, 0, note(marks[name]));
}

/** Creates a note without children, so that tables of contents don't contain its text. */
function note({ text, language }: Words): TranslationNote {
  return {
    type: 'translationNote',
    children: [],
    data: {
      hName: 'small',
      hProperties: {
        className: ['translation-note'],
        lang: language,
        // Excluded from the search index.
        dataPagefindIgnore: '',
      },
      hChildren: [{ type: 'text', value: text }],
    },
  };
}
