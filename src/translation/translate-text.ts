import type { Entry } from './catalogue.ts';
import { differenceBetween, inventoryOfText } from './inventory.ts';

/**
 * Checks the translation of a plain text: an attribute, a field of the front matter, a comment in code.
 *
 * @param entry - The entry, with a current translation.
 * @param refuse - Told why, if it cannot be shown.
 * @returns The text to show; undefined if it was refused.
 */
export function translateText(
  entry: Entry,
  refuse: (entry: Entry, text: string) => void,
): string | undefined {
  const difference = differenceBetween(
    inventoryOfText(entry.id),
    inventoryOfText(entry.text),
  );
  if (difference === undefined) return entry.text;
  refuse(entry, difference);
  return undefined;
}
