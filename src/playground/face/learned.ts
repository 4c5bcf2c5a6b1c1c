/** What the names of recorded ids, `<note-1>`, stand for in here. */
export type Learned = Readonly<Record<string, string>>;

const names = /<[a-z]+-\d+>/g;

/**
 * Compares a recorded text with the one that came, to learn what its names stand for.
 *
 * @param recorded `/api/notes/<note-1>`
 * @param came `/api/notes/7d0c…`
 * @returns what was known with what is new; the newest counts
 */
export function learn(known: Learned, recorded: string, came: string): Learned {
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

/** Puts what is known in place of the names in a text. */
export function filled(text: string, known: Learned): string {
  return text.replaceAll(names, (name) => known[name] ?? name);
}

/** Whether a text has a name in it: one that nobody knows yet, once it is filled. */
export function hasName(text: string): boolean {
  return text.search(names) >= 0;
}
