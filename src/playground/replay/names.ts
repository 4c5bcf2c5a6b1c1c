/**
 * Ids and times differ from run to run, so the tests record names for them:
 * `<peer-1>`, `<time-2>`. A name with a number stands for one value, and a value
 * has one name of a kind; a name without one, `<timestamp>`, stands for any.
 */
export class Names {
  /** Values by their names. */
  readonly #values = new Map<string, string>();

  /**
   * Whether a live text is the recorded one. The first text in which a name
   * stands says what it stands for.
   */
  agrees(recorded: string, live: string): boolean {
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

  /** A recorded text with values in place of the names that are known. */
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

/** As much as the tests take for an id or a time: what stands between quotes. */
const anything = '[^"\\n]+?';

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
