import { type Ended, run } from '../run/child.ts';
import type { Example } from './catalogue.ts';

/** How much is recorded, and in which browser. */
export interface Recording {
  /** Also what the usual tests leave out, where an example has more. */
  readonly all: boolean;
  /** The executable of Chromium. */
  readonly browser: string;
}

/**
 * Runs the tests of an example, and writes what they measure into its evidence.
 *
 * @returns how its tests ended; what those that passed have measured is written even when others failed
 */
export function recordExample(
  { name }: Example,
  { all, browser }: Recording,
): Promise<Ended> {
  const args = all
    ? ['run', 'evidence', '--workspace', name]
    : ['test', '--workspace', name, '--', '--update'];
  return run('npm', args, { env: { CHROME_PATH: browser } });
}

/** Whether the usual tests of an example leave something out. */
export function hasMore({ scripts }: Example): boolean {
  return scripts['evidence'] !== undefined;
}
