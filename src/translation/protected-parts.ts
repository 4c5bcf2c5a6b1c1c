import { parseInline } from './inline.ts';
import { type Inventory, inventoryOf, inventoryOfText } from './inventory.ts';

/** References of a page look like text to a parser that does not know the page: they are compared as they are written. */
const reference = /\[\^[^\]]+\]|\]\[[^\]]*\]/g;

/**
 * Lists what a message has in every language the same, as far as it shows without the page that it stands on.
 *
 * @param text - The message, in any language.
 * @param context - Its context; comments in code and the interface are no Markdown.
 * @returns Its inventory.
 */
export function protectedParts(
  text: string,
  context: string | undefined,
): Inventory {
  if (context !== undefined) return inventoryOfText(text);
  try {
    const nodes = parseInline(text, { definitions: [], footnotes: [] });
    const references = [...text.matchAll(reference)].map(([match]) => match);
    return new Map([
      ...inventoryOf(nodes),
      ...(references.length === 0
        ? []
        : [['reference', references.sort()] as const]),
    ]);
  } catch {
    // No Markdown that stands alone.
    return inventoryOfText(text);
  }
}

/**
 * Finds a protected part that two texts do not share.
 *
 * @param first - One inventory.
 * @param second - The other.
 * @returns The first such part, and which of the two has it; undefined if they are the same.
 */
export function unsharedPart(
  first: Inventory,
  second: Inventory,
): { part: string; inFirst: boolean } | undefined {
  for (const kind of new Set([...first.keys(), ...second.keys()])) {
    const rest = [...(first.get(kind) ?? [])];
    for (const item of second.get(kind) ?? []) {
      const index = rest.indexOf(item);
      if (index === -1) return { part: `${kind} ${item}`, inFirst: false };
      rest.splice(index, 1);
    }
    const [lost] = rest;
    if (lost !== undefined) return { part: `${kind} ${lost}`, inFirst: true };
  }
  return undefined;
}

/**
 * Says which protected part two versions of an English text do not share.
 *
 * @param before - The old text.
 * @param after - The new one.
 * @param context - The context of the message.
 * @returns What only one of them has, for a person; undefined if all is the same.
 */
export function changedPart(
  before: string,
  after: string,
  context: string | undefined,
): string | undefined {
  const unshared = unsharedPart(
    protectedParts(before, context),
    protectedParts(after, context),
  );
  if (unshared !== undefined)
    return `the ${unshared.part} is ${unshared.inFirst ? 'gone' : 'new'}`;
  return before.split('\n').length === after.split('\n').length
    ? undefined
    : 'the number of lines is another';
}
