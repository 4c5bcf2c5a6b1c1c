import type { Entry } from './catalogue.ts';
import { invisibleProblem } from './invisible-characters.ts';
import { differenceBetween, inventoryOfText } from './inventory.ts';
import { sizeProblem } from './size.ts';

/**
 * Checks what every translation must fulfil, whether it is Markdown or not.
 *
 * @param entry - The entry, with a translation.
 * @returns Why it cannot be shown; undefined if nothing speaks against it.
 */
export function textProblem({ id, text }: Entry): string | undefined {
  return sizeProblem(id, text) ?? invisibleProblem(id, text);
}

/**
 * Says that a translation would leave an empty place on the page.
 *
 * @param entry - The entry.
 * @returns The problem.
 */
export function wordlessProblem({ text }: Entry): string {
  return `the translation has no words; there is ${JSON.stringify(text)}; write some, or leave the msgstr empty.`;
}

/**
 * Checks the translation of a plain text: an attribute, a field of the front matter, a comment in code, a string of the
 * interface.
 *
 * @param entry - The entry, with a current translation.
 * @param refuse - Told why, if it cannot be shown.
 * @returns The text to show; undefined if it was refused.
 */
export function translateText(
  entry: Entry,
  refuse: (entry: Entry, text: string) => void,
): string | undefined {
  const problem =
    textProblem(entry) ??
    (/\p{L}/u.test(entry.id) && !/[\p{L}\p{N}]/u.test(entry.text)
      ? wordlessProblem(entry)
      : undefined) ??
    differenceBetween(inventoryOfText(entry.id), inventoryOfText(entry.text));
  if (problem === undefined) return entry.text;
  refuse(entry, problem);
  return undefined;
}
