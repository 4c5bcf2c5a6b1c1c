import { differenceBetween, inventoryOf, type Part } from './inventory.ts';

/** Minimum length of a translation, relative to the English. Chinese needs about a fifth. */
const fewest = 1 / 20;

function lettersIn(text: string): number {
  return text.replace(/\P{L}+/gu, '').length;
}

/** Whether a translation is empty or nearly empty compared to its source. Both are rendered texts. */
export function isEmptied(source: string, translation: string): boolean {
  const isVisible = (text: string) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
  return (
    lettersIn(translation) < lettersIn(source) * fewest ||
    (isVisible(source) && !isVisible(translation))
  );
}

interface Placed extends Part {
  /** Enclosing parts, outermost first. */
  around: readonly Part[];
}

function placed(parts: readonly Part[], around: readonly Part[]): Placed[] {
  return parts.flatMap((part) => [
    { ...part, around },
    ...placed(part.parts, [...around, part]),
  ]);
}

const nameOf = ({ kind, text }: Part): string => `${kind} ${text}`;

/** Equal for parts at the same position of the tree. */
const pathOf = (part: Placed): string =>
  [...part.around, part].map(nameOf).join('\n');

/** Equal for trees that differ only in the order of siblings. */
function signature(parts: readonly Part[]): string {
  return parts
    .map((part) => `${nameOf(part)}(${signature(part.parts)})`)
    .sort()
    .join();
}

function grouped(parts: readonly Part[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const part of placed(parts, [])) {
    const path = pathOf(part);
    groups.set(path, [...(groups.get(path) ?? []), part]);
  }
  return groups;
}

function placeOf({ around }: Placed): string {
  const parent = around.at(-1);
  return parent === undefined
    ? 'outside of other parts'
    : `in the ${nameOf(parent)}`;
}

/**
 * Compares the structure of a translation with its source: the same parts with the same nesting, and with text if the source has
 * text. Siblings may be in any order.
 *
 * @param written both texts, in which a URL may differ from its target
 * @returns the first difference and what to do; undefined if there is none
 */
export function structureProblem(
  source: readonly Part[],
  translation: readonly Part[],
  written: { id: string; text: string },
): string | undefined {
  if (source.length === 0 && translation.length === 0) return undefined;
  const difference = differenceBetween(
    inventoryOf(source),
    inventoryOf(translation),
    written,
  );
  if (difference !== undefined) return difference;
  const ours = grouped(source);
  const theirs = grouped(translation);
  return (
    nestingProblem(ours, theirs, source, translation) ??
    emptyProblem(ours, theirs)
  );
}

type Groups = ReadonlyMap<string, readonly Placed[]>;

function nestingProblem(
  ours: Groups,
  theirs: Groups,
  source: readonly Part[],
  translation: readonly Part[],
): string | undefined {
  if (signature(source) === signature(translation)) return undefined;
  const todo = 'nest the parts as the msgid does.';
  for (const [path, [moved]] of theirs) {
    if (moved === undefined || ours.has(path)) continue;
    const original = placed(source, []).find(
      (part) => nameOf(part) === nameOf(moved),
    );
    return `the translation has the ${nameOf(moved)} ${placeOf(moved)}; the English has it ${original ? placeOf(original) : 'nowhere'}; ${todo}`;
  }
  return `the parts of the translation are nested differently than in the English; ${todo}`;
}

function emptyProblem(ours: Groups, theirs: Groups): string | undefined {
  const byLength = (a: Part, b: Part) =>
    lettersIn(a.words) - lettersIn(b.words);
  for (const [path, group] of ours) {
    // Equal parts are paired by the length of their text.
    const others = [...(theirs.get(path) ?? [])].sort(byLength);
    for (const [index, part] of [...group].sort(byLength).entries()) {
      const other = others[index];
      if (other !== undefined && isEmptied(part.words, other.words))
        return `the translation leaves the ${nameOf(part)} without its words; there is ${JSON.stringify(other.words)}; write the words in it that the English has there.`;
    }
  }
  return undefined;
}
