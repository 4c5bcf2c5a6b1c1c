import { describe } from 'vitest';
import { type Mode, modes } from './server';

/**
 * Runs the same tests against both servers in parallel, since most of them wait for the next second. Tests of one server run
 * sequentially. Use `expect` of the test's context for snapshots, since the global one can't distinguish parallel tests.
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
