/** Values of the names of recorded ids, such as `<note-1>`. */
export type Placeholders = Readonly<Record<string, string>>;

/** Matching a pattern with several names is slow for longer paths. */
const longestPath = 500;
const names = /<[a-z]+-\d+>/g;

/**
 * Matches a received text with the recorded one to find the values of its names.
 *
 * @param recorded `/api/notes/<note-1>`
 * @param came `/api/notes/7d0c…`
 * @returns all values; new ones replace old ones
 */
export function learnPlaceholders(
  known: Placeholders,
  recorded: string,
  came: string,
): Placeholders {
  if (came.length > longestPath) return known;
  const all = recorded.match(names) ?? [];
  const pattern = recorded
    .split(names)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('(.+)');
  const values = new RegExp(`^${pattern}$`).exec(came)?.slice(1);
  return values
    ? {
        ...known,
        ...Object.fromEntries(all.map((name, at) => [name, values[at] ?? ''])),
      }
    : known;
}

/** Replaces names by their values. */
export function fillPlaceholders(text: string, known: Placeholders): string {
  return text.replaceAll(names, (name) => known[name] ?? name);
}

/** Whether a text contains a name without a value. */
export function hasPlaceholder(text: string): boolean {
  return text.search(names) >= 0;
}
