import type { TranscriptRecord } from '../scenarios/transcript';

/** A known difference between two servers. */
export interface Difference {
  /** Affected scenarios; `*` for all. */
  readonly scenarios: '*' | readonly string[];
  /**
   * Path in the list of records, joined by slashes: `3/response/body`; `*` matches any key, such as every record with a response.
   */
  readonly at: string;
  /** Value in the evidence; undefined if absent. Other values are left unchanged. */
  readonly recorded: unknown;
  /** Value of the other server; undefined if absent. */
  readonly instead: unknown;
  readonly reason: string;
}

/** The expected transcript of another server. */
export interface Expectation {
  readonly records: readonly TranscriptRecord[];
  /** Differences that don't apply here; each has to apply somewhere. */
  readonly idle: readonly Difference[];
}

/** Applies known differences to a recorded scenario. */
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

/** Returns the objects at a path below `root`. */
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
