import type { Parent, Text } from 'mdast';

import type { Catalogue } from '../catalogue.ts';
import { isTextOnly } from '../text-only.ts';
import type { Said } from '../translate-tree.ts';

/**
 * Puts a button without text behind a run of text; style and script of this folder make it show and open the entry. It has no
 * text, so that tables of contents and titles stay as they are.
 *
 * @param said - The run; its parent is changed.
 * @param catalogue - The catalogue of the page.
 */
export function markEntry(
  { unit, state, entry }: Said,
  catalogue: Catalogue,
): void {
  if (isTextOnly(unit.parent)) return;
  // An entry that `update` has not written yet will stand somewhere in the file.
  const place = `${catalogue.file}:${entry?.line ?? 1}`;
  const button: Text & { type: 'text' } = {
    type: 'text',
    value: '',
    data: {
      hName: 'button',
      hProperties: {
        type: 'button',
        dataEntry: place,
        dataEntryState: state,
        ariaLabel: `${state}: open ${place}`,
      },
    },
  };
  const children: Parent['children'] = unit.parent.children;
  // The explicit id of a heading has to stay the last.
  children.splice(children.length - unit.rest.length, 0, button);
}
