import leven from 'leven';

/**
 * Finds the names that a mistyped one most likely meant.
 *
 * @param name as written
 * @param names that exist
 * @param count how many to return at most
 * @returns the nearest first, by edit distance and then alphabetically
 */
export function nearestNames(
  name: string,
  names: Iterable<string>,
  count = 3,
): string[] {
  return [...names]
    .map((candidate) => ({ candidate, distance: leven(name, candidate) }))
    .sort(
      (a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1),
    )
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/** Finds the one name that a mistyped one most likely meant; `''` if there are no names. */
export function nearest(name: string, names: Iterable<string>): string {
  return nearestNames(name, names, 1)[0] ?? '';
}

/** Lists names in a message: `"a", "b"`. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
