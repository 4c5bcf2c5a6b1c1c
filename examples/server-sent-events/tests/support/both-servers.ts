import { describe } from 'vitest';
import { type Mode, modes } from './server.ts';

/**
 * Runs the same tests against both servers at the same time, since most of
 * them wait for the next second. Each server's own tests run one by one. Take
 * `expect` from the test's context for a snapshot: the global one cannot tell
 * which of the two tests asks.
 */
export function describeBothServers(
  name: string,
  tests: (mode: Mode) => void,
): void {
  describe.concurrent.each(modes)('%s', (mode) => {
    describe(name, { concurrent: false }, () => {
      tests(mode);
    });
  });
}
