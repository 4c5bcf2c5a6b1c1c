import { type Example } from '../../src/site/examples/catalogue.ts';

/**
 * Returns the seed of a test run's samples.
 *
 * @param env `EXAMPLE_SEED` repeats the selection of an earlier run
 */
export function exampleSeed(
  env: Readonly<Record<string, string | undefined>>,
): number {
  return Number(env['EXAMPLE_SEED'] ?? Date.now() % 1000);
}

function sample<T>(items: readonly T[], seed: number): T {
  const item = items[seed % items.length];
  if (item === undefined) throw new Error('Nothing to sample.');
  return item;
}

/**
 * Selects one command that starts a development server and one that starts a production server.
 *
 * @param commands all commands of the guide
 * @throws if the guide has no command of a kind
 */
export function sampledCommands(
  commands: readonly string[],
  seed: number,
): { readonly command: string; readonly example: string }[] {
  return [
    /^npm run example ([\w-]+)$/,
    /^npm run example ([\w-]+) -- --production$/,
  ].map((pattern) => {
    const matching = commands.filter((command) => pattern.test(command));
    const command = sample([...new Set(matching)].sort(), seed);
    return { command, example: pattern.exec(command)?.[1] ?? '' };
  });
}

/** Selects the example that is tested from its archive instead of the repository. Never `route-layouts`, whose build takes minutes. */
export function sampledArchive(
  examples: readonly Example[],
  seed: number,
): Example {
  return sample(
    examples.filter(({ name }) => name !== 'route-layouts'),
    seed,
  );
}
