import { type Inventory, inventoryOf, inventoryOfText } from './inventory.ts';
import { parseInline } from './inline.ts';

/** References of a page look like text to a parser that does not know the page: they are compared as they are written. */
const reference = /\[\^[^\]]+\]|\]\[[^\]]*\]/g;

function inventory(text: string, plain: boolean): Inventory {
  if (plain) return inventoryOfText(text);
  try {
    const found = inventoryOf(
      parseInline(text, { definitions: [], footnotes: [] }),
    );
    const references = [...text.matchAll(reference)].map(([match]) => match);
    return new Map([...found, ['reference', references.sort()]]);
  } catch {
    // No Markdown that stands alone, such as a comment in code.
    return inventoryOfText(text);
  }
}

/**
 * Says which protected part two versions of an English text do not share.
 *
 * @param before - The old text.
 * @param after - The new one.
 * @param context - The context of the message; comments in code and the interface are no Markdown.
 * @returns The first that only one of them has, for a person; undefined if all are the same.
 */
export function changedPart(
  before: string,
  after: string,
  context: string | undefined,
): string | undefined {
  const plain = context !== undefined;
  const old = inventory(before, plain);
  const now = inventory(after, plain);
  for (const kind of new Set([...old.keys(), ...now.keys()])) {
    const ours = [...(old.get(kind) ?? [])];
    for (const item of now.get(kind) ?? []) {
      const index = ours.indexOf(item);
      if (index === -1) return `the ${kind} ${item} is new`;
      ours.splice(index, 1);
    }
    const [lost] = ours;
    if (lost !== undefined) return `the ${kind} ${lost} is gone`;
  }
  return before.split('\n').length === after.split('\n').length
    ? undefined
    : 'the number of lines is another';
}
