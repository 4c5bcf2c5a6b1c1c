import { type Example } from './catalogue.ts';

/**
 * The number that draws the examples which a run of the tests takes home, or
 * starts by a command of the guide.
 *
 * @param env `EXAMPLE_SEED` repeats the choice of an earlier run
 */
export function exampleSeed(
  env: Readonly<Record<string, string | undefined>>,
): number {
  return Number(env['EXAMPLE_SEED'] ?? Date.now() % 1000);
}

/**
 * One of several, by a seed.
 *
 * @throws when there is none
 */
export function drawn<T>(all: readonly T[], seed: number): T {
  const one = all[seed % all.length];
  if (one === undefined) throw new Error('There is nothing to draw from.');
  return one;
}

/**
 * The example whose archive a run installs from the registry and tests, instead
 * of the copy in the repository: they are equal. Never `route-layouts`, which
 * builds its app for minutes.
 */
export function takenHome(examples: readonly Example[], seed: number): Example {
  return drawn(
    examples.filter(({ name }) => name !== 'route-layouts'),
    seed,
  );
}
