import type { PhrasingContent } from 'mdast';

import type { Entry } from './catalogue.ts';
import { graft } from './graft.ts';
import { differenceBetween, inventoryOf } from './inventory.ts';
import type { Reading } from './read-translations.ts';
import { wordlessProblem } from './translate-text.ts';
import { hasWords } from './units.ts';
import { onOneLine } from './written.ts';

/** Told of a translation that cannot be shown, and why. */
export type Refuse = (entry: Entry, text: string) => void;

/**
 * Checks the translation of a run of Markdown, and makes the nodes that are shown for it.
 *
 * @param english - The nodes of the English; their elements, attributes and expressions move to the translation.
 * @param entry - The entry, with a current translation.
 * @param reading - What `readTranslations` has made of it.
 * @param refuse - Told why, if it cannot be shown.
 * @returns The nodes to show, with the blanks around the English; undefined if it was refused.
 */
export function translateInline(
  english: readonly PhrasingContent[],
  entry: Entry,
  reading: Reading,
  refuse: Refuse,
): PhrasingContent[] | undefined {
  if ('problem' in reading) {
    refuse(entry, reading.problem);
    return undefined;
  }
  const translation = reading.nodes;
  const difference =
    differenceBetween(inventoryOf(english), inventoryOf(translation), entry) ??
    (translation.some(hasWords) ? undefined : wordlessProblem(entry));
  if (difference !== undefined) {
    refuse(entry, difference);
    return undefined;
  }
  graft(translation, english);
  return withBlanksAround(translation, english);
}

/** A message has no blanks at its ends; in an element such as `<b>Note: </b>` they part words. */
function withBlanksAround(
  translation: PhrasingContent[],
  english: readonly PhrasingContent[],
): PhrasingContent[] {
  const first = english[0];
  const last = english.at(-1);
  const before =
    first?.type === 'text' ? /^[\t\r\n ]+/.exec(first.value) : null;
  const after = last?.type === 'text' ? /[\t\r\n ]+$/.exec(last.value) : null;
  return joined([...blanks(before), ...translation, ...blanks(after)]);
}

function blanks(match: RegExpExecArray | null): PhrasingContent[] {
  return match === null ? [] : [{ type: 'text', value: onOneLine(match[0]) }];
}

/** Docusaurus trims the last text of a heading, which a parser gives in one piece. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else result.push(node);
  }
  return result;
}
