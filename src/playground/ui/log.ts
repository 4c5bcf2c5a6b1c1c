import { costOf } from './payload-text.ts';

/** A log that limits its lines and the lines that one animation frame adds. */
export class Log<Line extends object> {
  #lines: readonly (Line & Numbered)[] = [];
  #waiting: (Line & Numbered)[] = [];
  #shown: LogSnapshot<Line> = {
    lines: [],
    older: 0,
    count: 0,
    waiting: undefined,
  };
  #count = 0;
  #gone = 0;
  /** The count at the start of the pause. */
  #pausedAt: number | undefined;
  /** Whether an update is scheduled. */
  #isDue = false;
  #start: number | undefined;
  readonly #listeners = new Set<() => void>();

  /** Adds a line; listeners are notified in the next animation frame. */
  add(line: Line): void {
    const now = performance.now();
    this.#start ??= now;
    this.#count += 1;
    const cost = lineCost + costOf(line);
    this.#waiting.push({
      ...line,
      number: this.#count,
      seconds: (now - this.#start) / 1000,
      cost,
    });
    // Many or large lines would fill the memory before the next frame.
    if (this.#waiting.length >= 2 * limit || cost > large) this.#cut();
    this.#showSoon();
  }

  /** Removes all lines; a pause continues. */
  clear(): void {
    this.#lines = [];
    this.#waiting = [];
    this.#gone = 0;
    this.#start = undefined;
    this.#shown = { ...this.#shown, older: 0 };
    if (this.#pausedAt !== undefined) this.#pausedAt = this.#count;
    this.#show();
  }

  /** Holds new lines back, or shows them. */
  pause(isPaused: boolean): void {
    this.#show();
    this.#pausedAt = isPaused ? this.#count : undefined;
    this.#show();
  }

  /** @returns a function that removes the listener */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The current state; the same object until it changes. */
  readonly getSnapshot = (): LogSnapshot<Line> => this.#shown;

  #showSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#show();
    });
  }

  #cut(): void {
    const kept = newest(this.#waiting);
    this.#gone += this.#waiting.length - kept.length;
    this.#waiting = kept;
  }

  #show(): void {
    const { older } = this.#shown;
    if (this.#pausedAt === undefined) {
      const all = [...this.#lines, ...this.#taken()];
      this.#lines = newest(all);
      this.#gone += all.length - this.#lines.length;
      if (this.#waiting.length > 0) this.#showSoon();
    }
    this.#shown = {
      lines: this.#lines,
      // Lines dropped while paused aren't older than those that are shown.
      older: this.#pausedAt === undefined ? this.#gone : older,
      count: this.#count,
      waiting:
        this.#pausedAt === undefined ? undefined : this.#count - this.#pausedAt,
    };
    for (const listener of this.#listeners) listener();
  }

  /** Takes as many waiting lines as one frame can lay out. */
  #taken(): (Line & Numbered)[] {
    let cost = 0;
    const end = this.#waiting.findIndex((line, index) => {
      cost += line.cost;
      return index > 0 && cost > maxFrameCost;
    });
    return this.#waiting.splice(0, end < 0 ? limit * 2 : end);
  }
}

/**
 * Returns the last lines within the limits, at least one.
 *
 * @param costOf returns the layout cost of a line
 */
export function newest<Line extends Numbered>(
  lines: readonly Line[],
  costOf: (line: Line) => number = ({ cost }) => cost,
): Line[] {
  let cost = 0;
  const last = lines.findLastIndex((line, index) => {
    cost += costOf(line);
    const count = lines.length - index;
    return count > 1 && (count > limit || cost > maxCost);
  });
  return lines.slice(last + 1);
}

const limit = 300;
/** Limit of the layout cost of all lines. */
const maxCost = 100_000;
/** Limit of the layout cost that one frame adds. */
const maxFrameCost = 20_000;
/** Layout cost above which a line counts as large. */
const large = 1_000;
/** Layout cost of a line without its texts. */
const lineCost = 50;

/** Members of every line. */
export interface Numbered {
  readonly number: number;
  /** Seconds since the first line. */
  readonly seconds: number;
  /** Its layout cost. */
  readonly cost: number;
}

/** The visible state of a log. */
export interface LogSnapshot<Line> {
  readonly lines: readonly (Line & Numbered)[];
  /** The number of removed older lines. */
  readonly older: number;
  /** The number of lines ever added. */
  readonly count: number;
  /** While paused, the number of lines added since. */
  readonly waiting: number | undefined;
}
