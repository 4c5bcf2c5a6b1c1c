/** What happened, in its order; it never grows beyond what a page can show. */
export class Log<Line extends object> {
  #lines: readonly (Line & Numbered)[] = [];
  #waiting: (Line & Numbered)[] = [];
  #shown: Shown<Line> = { lines: [], older: 0, count: 0, waiting: undefined };
  #count = 0;
  #gone = 0;
  /** How many there were when it was paused. */
  #pausedAt: number | undefined;
  /** Whether the screen is to be drawn anew. */
  #isDue = false;
  #start: number | undefined;
  readonly #listeners = new Set<() => void>();

  /** Adds a line; whoever listens hears of it with the next frame of the screen. */
  add(line: Line): void {
    const now = performance.now();
    this.#start ??= now;
    this.#count += 1;
    this.#waiting.push({
      ...line,
      number: this.#count,
      seconds: (now - this.#start) / 1000,
    });
    // A flood would fill the memory before the screen is drawn once.
    if (this.#waiting.length > 2 * limit) this.#cut();
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#show();
    });
  }

  /** Forgets all lines; a pause goes on. */
  clear(): void {
    this.#lines = [];
    this.#waiting = [];
    this.#gone = 0;
    this.#start = undefined;
    this.#shown = { ...this.#shown, older: 0 };
    if (this.#pausedAt !== undefined) this.#pausedAt = this.#count;
    this.#show();
  }

  /** Lets new lines wait, or shows those that have waited. */
  pause(isPaused: boolean): void {
    this.#show();
    this.#pausedAt = isPaused ? this.#count : undefined;
    this.#show();
  }

  /** @returns the function that takes the listener off */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** What is to be shown now; the same object until it changes. */
  readonly shown = (): Shown<Line> => this.#shown;

  #cut(): void {
    this.#gone += this.#waiting.length - limit;
    this.#waiting = this.#waiting.slice(-limit);
  }

  #show(): void {
    const { older } = this.#shown;
    if (this.#pausedAt === undefined) {
      const all = [...this.#lines, ...this.#waiting];
      this.#waiting = [];
      this.#lines = all.slice(-limit);
      this.#gone += all.length - this.#lines.length;
    }
    this.#shown = {
      lines: this.#lines,
      // What is cut from those that wait does not come before those that are shown.
      older: this.#pausedAt === undefined ? this.#gone : older,
      count: this.#count,
      waiting:
        this.#pausedAt === undefined ? undefined : this.#count - this.#pausedAt,
    };
    for (const listener of this.#listeners) listener();
  }
}

const limit = 300;

/** What every line has. */
export interface Numbered {
  readonly number: number;
  /** Since the first line. */
  readonly seconds: number;
}

/** What a reader sees of a log. */
export interface Shown<Line> {
  readonly lines: readonly (Line & Numbered)[];
  /** How many lines before these are forgotten. */
  readonly older: number;
  /** How many there ever were. */
  readonly count: number;
  /** While it is paused: how many have come since. */
  readonly waiting: number | undefined;
}
