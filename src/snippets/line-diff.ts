/** A line that both texts have, or only one of them. */
export interface DiffLine {
  readonly kind: 'kept' | 'deleted' | 'inserted';
  readonly text: string;
}

/** Changed lines that lie near to each other, with the lines around them. */
export interface Hunk {
  /** Index of its first line in the old text and in the new one. */
  readonly from: { readonly old: number; readonly new: number };
  readonly lines: readonly DiffLine[];
}

/**
 * Compares two texts line by line: the fewest deleted and inserted lines that lead from one to the other. Where lines
 * change, those that go stand before those that come.
 *
 * @param before lines of the old text
 * @param after lines of the new text
 * @returns all lines of both
 */
export function diffLines(
  before: readonly string[],
  after: readonly string[],
): DiffLine[] {
  const lengths = commonLengths(before, after);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i];
    const fresh = after[j];
    if (old !== undefined && old === fresh) {
      lines.push({ kind: 'kept', text: old });
      i++;
      j++;
    } else if (
      old !== undefined &&
      (fresh === undefined ||
        lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))
    ) {
      lines.push({ kind: 'deleted', text: old });
      i++;
    } else if (fresh !== undefined) {
      lines.push({ kind: 'inserted', text: fresh });
      j++;
    }
  }
  return lines;
}

/**
 * Takes the changed lines of a diff and a few around them. Two changes share a hunk if their surroundings touch.
 *
 * @param lines what diffLines returned
 * @param context how many kept lines to show on each side of a change
 * @returns the hunks in order; none if nothing differs
 */
export function hunksOf(lines: readonly DiffLine[], context = 3): Hunk[] {
  const shown = lines.map((_, index) =>
    lines
      .slice(Math.max(0, index - context), index + context + 1)
      .some(({ kind }) => kind !== 'kept'),
  );
  const hunks: { from: Hunk['from']; lines: DiffLine[] }[] = [];
  const at = { old: 0, new: 0 };
  for (const [index, line] of lines.entries()) {
    if (shown[index]) {
      if (!shown[index - 1]) hunks.push({ from: { ...at }, lines: [] });
      hunks.at(-1)?.lines.push(line);
    }
    if (line.kind !== 'inserted') at.old++;
    if (line.kind !== 'deleted') at.new++;
  }
  return hunks;
}

/** For each pair of places, how many lines the rests of both texts have in common, in order. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let i = before.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] =
        before[i] === after[j]
          ? lengthAt(lengths, i + 1, j + 1) + 1
          : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
