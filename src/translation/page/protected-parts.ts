import { parseInline } from './inline.ts';
import {
  type Inventory,
  inventoryOf,
  inventoryOfText,
  partsOf,
} from './inventory.ts';

/** References, compared as text: without their page, the parser doesn't recognize them. */
const reference = /\[\^[^\]]+\]|\]\[(?!=)[^\]]*\]/g;

/**
 * Lists protected parts of a message that can be found without its page.
 *
 * @param context comments in code and interface texts aren't Markdown
 */
function protectedParts(text: string, context: string | undefined): Inventory {
  if (context !== undefined) return inventoryOfText(text);
  try {
    const nodes = parseInline(text, { definitions: [], footnotes: [] });
    const references = [...text.matchAll(reference)].map(([match]) => match);
    return new Map([
      ...inventoryOf(partsOf(nodes)),
      ...(references.length === 0
        ? []
        : [['reference', references.sort()] as const]),
    ]);
  } catch {
    // Invalid Markdown without its page.
    return inventoryOfText(text);
  }
}

/**
 * Finds a protected part that only one of two texts has.
 *
 * @returns the first such part, and which text has it; undefined if they are equal
 */
function unsharedPart(
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
 * Describes a protected part that only one of two versions of an English text has.
 *
 * @returns undefined if there is none
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
