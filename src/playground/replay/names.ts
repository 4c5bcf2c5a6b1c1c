/**
 * Ids and times differ in each run, so the tests record names for them:
 * `<peer-1>`, `<time-2>`. A name with a number has one value, and a value
 * has one name of a kind; a name without a number, `<timestamp>`, matches any value.
 */
export class Names {
  /** Values by their names. */
  readonly #values = new Map<string, string>();

  /**
   * Whether a live text matches the recorded one. The first text with a name
   * determines its value.
   */
  agrees(recorded: string, live: string): boolean {
    // A text that is much longer can't agree, and would take long to compare.
    const most = recorded.length + 200 * recorded.split('<').length;
    if (live.length > most) return false;
    const found: string[] = [];
    const pattern = recorded
      .split(/(<[a-z]+(?:-\d+)?>)/)
      .map((part, index) =>
        index % 2 === 0 ? escaped(part) : this.#patternOf(part, found),
      )
      .join('');
    const match = new RegExp(`^${pattern}$`, 's').exec(live);
    if (!match) return false;
    const values = new Map(
      found.map((name, index) => [name, match[index + 1] ?? '']),
    );
    for (const [name, value] of values) {
      if (this.#isNamedOtherwise(name, value, values)) return false;
    }
    for (const [name, value] of values) this.#values.set(name, value);
    return true;
  }

  /** Replaces the names in a recorded text by their values. */
  fill(recorded: string): string {
    return recorded.replaceAll(
      /<[a-z]+-\d+>/g,
      (name) => this.#values.get(name) ?? name,
    );
  }

  #patternOf(name: string, found: string[]): string {
    if (!/\d/.test(name)) return anything;
    const value = this.#values.get(name);
    if (value !== undefined) return escaped(value);
    const before = found.indexOf(name);
    if (before >= 0) return `\\${before + 1}`;
    found.push(name);
    return `(${name.startsWith('<run-') ? '[0-9a-f]{8}' : anything})`;
  }

  #isNamedOtherwise(
    name: string,
    value: string,
    now: ReadonlyMap<string, string>,
  ): boolean {
    const kind = name.replace(/\d+/, '');
    return [...this.#values, ...now].some(
      ([other, taken]) =>
        taken === value && other !== name && other.replace(/\d+/, '') === kind,
    );
  }
}

/** Matches an id or a time, as in the tests. */
const anything = '[^"\\n]{1,200}?';

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
