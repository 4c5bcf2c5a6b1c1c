import type { TranscriptRecord } from '../scenarios/transcript.ts';

/** Where two servers are known to differ, and why. */
export interface Difference {
  /** The scenarios in which it shows; `*` for all. */
  readonly scenarios: '*' | readonly string[];
  /**
   * Keys from the list of records on, joined by slashes, `*` for each:
   * `3/response/body`, or `*` in place of the 3 for every record with a response.
   */
  readonly at: string;
  /** What the evidence has there; undefined for nothing. Places with something else are left alone. */
  readonly recorded: unknown;
  /** What the other server has instead; undefined for nothing. */
  readonly instead: unknown;
  readonly reason: string;
}

/** A transcript as another server has to give it. */
export interface Expectation {
  readonly records: readonly TranscriptRecord[];
  /** The differences that change nothing here: each has to be of use somewhere. */
  readonly idle: readonly Difference[];
}

/** Puts the known differences into what is recorded of a scenario. */
export function expectedTranscript(
  scenario: string,
  recorded: readonly TranscriptRecord[],
  differences: readonly Difference[],
): Expectation {
  const records = structuredClone(recorded);
  const idle: Difference[] = [];
  for (const difference of differences) {
    const { scenarios, at, instead } = difference;
    if (scenarios !== '*' && !scenarios.includes(scenario)) continue;
    const places = holders(records, at.split('/').slice(0, -1)).filter(
      (holder) => same(Reflect.get(holder, lastKey(at)), difference.recorded),
    );
    if (places.length === 0) idle.push(difference);
    for (const holder of places) {
      if (instead === undefined) Reflect.deleteProperty(holder, lastKey(at));
      else Reflect.set(holder, lastKey(at), structuredClone(instead));
    }
  }
  return { records, idle };
}

/** The objects below `root` that a path of keys leads to. */
function holders(root: object, keys: readonly string[]): object[] {
  let found: object[] = [root];
  for (const key of keys) {
    found = found
      .flatMap((holder): unknown[] =>
        key === '*' ? Object.values(holder) : [Reflect.get(holder, key)],
      )
      .filter((value) => typeof value === 'object' && value !== null);
  }
  return found;
}

function lastKey(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
