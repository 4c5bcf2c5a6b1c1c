import leven from 'leven';

/**
 * The name that a mistyped one most likely meant.
 *
 * @param names at least one
 * @returns the name with the fewest letters to change
 */
export function nearest(typed: string, names: readonly string[]): string {
  const [first = ''] = names
    .map((name) => ({ name, edits: leven(typed, name) }))
    .sort((a, b) => a.edits - b.edits)
    .map(({ name }) => name);
  return first;
}
