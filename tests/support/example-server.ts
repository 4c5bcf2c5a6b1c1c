import { afterAll, beforeAll } from 'vitest';
import { runCommand, type RunningCommand } from './command.ts';

/**
 * Starts production servers of examples for the tests of a file, after a build if necessary.
 *
 * @returns the origin of each: `http://127.0.0.1:34567`
 */
export function useExampleServers<Name extends string>(
  names: readonly Name[],
): (name: Name) => string {
  const running: RunningCommand[] = [];
  const addresses = new Map<string, string>();
  beforeAll(async () => {
    await Promise.all(
      names.map(async (name) => {
        const server = runCommand(
          `cd examples/${name} && { test -e dist/analog/server/index.mjs || npx vite build; } && exec node dist/analog/server/index.mjs`,
          { HOST: '127.0.0.1', PORT: '0' },
        );
        running.push(server);
        const match = await server.prints(
          /Listening on (http:\/\/[^\s/]+)/,
          150,
        );
        addresses.set(name, match[1] ?? '');
      }),
    );
  }, 160_000);
  afterAll(async () => {
    await Promise.all(running.map((server) => server.interrupt()));
  });
  return (name) => {
    const address = addresses.get(name);
    if (address === undefined) throw new Error(`${name} does not run.`);
    return address;
  };
}
