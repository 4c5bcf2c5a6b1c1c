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
 * The commands of the guide that a run carries out, one with a development server and one with a built one: each starts its app
 * as the others do.
 *
 * @param pages texts of the pages that name such commands, each on a line of its own
 * @throws when they name none of a kind
 */
export function drawnCommands(
  pages: readonly string[],
  seed: number,
): { readonly command: string; readonly example: string }[] {
  const command = /^npm run example ([\w-]+)( -- --production)?$/gm;
  const named = pages.flatMap((text) => [...text.matchAll(command)]);
  return [undefined, ' -- --production'].map((option) => {
    const ofThisKind = named.filter((match) => match[2] === option);
    const unique = new Map(ofThisKind.map((match) => [match[0], match[1]]));
    const [line, example = ''] = drawn([...unique].sort(), seed);
    return { command: line, example };
  });
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
