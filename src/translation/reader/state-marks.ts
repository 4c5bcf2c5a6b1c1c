import type { Data, Parent } from 'mdast';
import type {} from 'mdast-util-to-hast';

import type { Entry } from '../catalogue.ts';
import type { TranslationNote } from '../nodes.ts';
import { isTextOnly } from '../text-only.ts';
import type { Said } from '../translate-tree.ts';
import type { Gap, Words } from './page-translation.ts';

/** What a reader is told of a block: why it is not translated, or that nobody has reviewed it. */
export type Marks = Readonly<Record<Gap | 'draft', Words>>;

/**
 * Why a message is shown as it was written.
 *
 * @param entry - Its entry, if the catalogue has one.
 * @returns `changed` where a translation of an older text is kept.
 */
export function gapOf(entry: Entry | undefined): Gap {
  return entry?.fuzzy === true && entry.previousId !== undefined
    ? 'changed'
    : 'missing';
}

/**
 * Tells a reader the state of a run of text, behind it, in words of the page's language. A current translation is not marked,
 * unless it is a draft; nor is text where nothing else can stand.
 *
 * @param said - The run, after it was said; its parent is changed.
 * @param marks - The words.
 * @param isDraft - Whether a translation is to be marked as made by a machine.
 */
export function markState(
  { unit, state, entry }: Said,
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

/** Its words are no children, so that they stay out of tables of contents. */
function note({ text, language }: Words): TranslationNote {
  return {
    type: 'translationNote',
    children: [],
    data: {
      hName: 'small',
      hProperties: {
        className: ['translation-note'],
        lang: language,
        // A search finds what a page says, not how far it is.
        dataPagefindIgnore: '',
      },
      hChildren: [{ type: 'text', value: text }],
    },
  };
}
