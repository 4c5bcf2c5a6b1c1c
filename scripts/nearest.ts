/**
 * The name that a mistyped one most likely meant.
 *
 * @param names at least one
 * @returns the name with the fewest letters to change
 */
export function nearest(typed: string, names: readonly string[]): string {
  const [first = ''] = names
    .map((name) => ({ name, edits: edits(typed, name) }))
    .sort((a, b) => a.edits - b.edits)
    .map(({ name }) => name);
  return first;
}

/** Levenshtein's distance, one row at a time. */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [above, letter] of Array.from(from).entries()) {
    const next = [above + 1];
    for (const [left, other] of Array.from(to).entries()) {
      next.push(
        Math.min(
          (row[left] ?? 0) + (letter === other ? 0 : 1),
          (row[left + 1] ?? 0) + 1,
          (next[left] ?? 0) + 1,
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
