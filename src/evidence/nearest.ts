import leven from 'leven';

/**
 * The names that a person may have meant, the nearest first.
 *
 * @param name what was written
 * @param names what there is
 * @param count how many to return at most
 * @returns at most `count` of `names`, by edit distance and then by alphabet
 */
export function nearest(
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

/**
 * Names for a message: `"a", "b"`.
 *
 * @param names the names, in the order in which they are to be read
 * @returns them, each in quotation marks, separated by commas
 */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
