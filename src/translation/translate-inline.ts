import type { PhrasingContent } from 'mdast';

import type { Entry } from './catalogue.ts';
import { graft } from './graft.ts';
import { parseInline, type References } from './inline.ts';
import { differenceBetween, inventoryOf } from './inventory.ts';
import { plainInline } from './plain-inline.ts';
import { textProblem, wordlessProblem } from './translate-text.ts';
import { hasWords } from './units.ts';
import { onOneLine } from './written.ts';

/** Told of a translation that cannot be shown, and why. */
export type Refuse = (entry: Entry, text: string) => void;

/**
 * Checks the translation of a run of Markdown, and makes the nodes that are shown for it.
 *
 * @param english - The nodes of the English; their elements, attributes and expressions move to the translation.
 * @param entry - The entry, with a current translation.
 * @param references - What the page defines.
 * @param refuse - Told why, if it cannot be shown.
 * @returns The nodes to show, with the blanks around the English; undefined if it was refused.
 */
export function translateInline(
  english: readonly PhrasingContent[],
  entry: Entry,
  references: References,
  refuse: Refuse,
): PhrasingContent[] | undefined {
  const problem = textProblem(entry);
  if (problem !== undefined) {
    refuse(entry, problem);
    return undefined;
  }
  let translation: PhrasingContent[];
  try {
    translation =
      plainInline(entry.text) ??
      parseInline(entry.text, references, rulesFor(entry.id, references));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    refuse(
      entry,
      `the translation is not one line of Markdown; ${reason.replace(/\.$/, '')}; close every tag and brace as the msgid does.`,
    );
    return undefined;
  }
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

/** A source with ideographs or emoji of its own may mean something else by the kinder rules of translations. */
function rulesFor(id: string, references: References): 'page' | 'translation' {
  if (!/[\u1100-\uffff]/.test(id)) return 'translation';
  const [page, translation] = (['page', 'translation'] as const).map((rules) =>
    read(id, references, rules),
  );
  return page === translation ? 'translation' : 'page';
}

/** What stands behind a bare URL of a page may be no Markdown once that ends earlier. */
function read(
  id: string,
  references: References,
  rules: 'page' | 'translation',
): string | undefined {
  try {
    return JSON.stringify(parseInline(id, references, rules));
  } catch {
    return undefined;
  }
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
  return [...blanks(before), ...translation, ...blanks(after)];
}

function blanks(match: RegExpExecArray | null): PhrasingContent[] {
  return match === null ? [] : [{ type: 'text', value: onOneLine(match[0]) }];
}
