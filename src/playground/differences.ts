import { playgroundMessages } from './words.ts';

/** Where the server in the page is not as a production server. */
export interface KnownDifference {
  /** Scenarios of the compared example in which it shows; `*` for all. */
  readonly scenarios: '*' | readonly string[];
  /** Keys from the list of records on, joined by slashes; `*` for each. */
  readonly at: string;
  /** What production does. */
  readonly recorded: unknown;
  /** What the page does. */
  readonly instead: unknown;
  /** In English, as an open playground shows it. */
  readonly reason: string;
}

/** All of them: a test fails for one that is missing here, and for one that no longer occurs. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    scenarios: ['catch-all', 'unknown-url'],
    at: '*/response/body',
    recorded: '<a page of the app>',
    instead:
      '<!doctype html><p>The app answers this URL with a page. Angular does not run in here.</p>',
    reason: playgroundMessages['playground.differs.page'],
  },
];
