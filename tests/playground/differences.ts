import { playgroundMessages } from '../../src/playground/words.ts';

/** A difference between the server in the page and a production server. */
export interface KnownDifference {
  /** Affected scenarios; `*` for all. */
  readonly scenarios: '*' | readonly string[];
  /** Path in the list of records, joined by slashes; `*` matches any key. */
  readonly at: string;
  /** Value in production. */
  readonly recorded: unknown;
  /** Value in the page. */
  readonly instead: unknown;
  /** English text in an open playground. */
  readonly reason: string;
}

/** All differences: tests fail for a missing one, and for one that no longer occurs. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    scenarios: ['catch-all', 'unknown-url'],
    at: '*/response/body',
    recorded: '<a page of the app>',
    instead:
      '<!doctype html><p>The app answers this URL with a page. Angular does not run in here.</p>',
    reason: playgroundMessages['playground.differences.page'],
  },
];
