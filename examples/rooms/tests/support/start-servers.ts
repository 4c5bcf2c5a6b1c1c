import type { TestProject } from 'vitest/node';
import { startServer } from './server';
import { startTogether } from './start-together';

declare module 'vitest' {
  export interface ProvidedContext {
    /** URLs of the app with its probes in each mode. */
    development: string;
    production: string;
  }
}

/** A short heartbeat, which detects lost clients. */
const env = { HEARTBEAT_SECONDS: '3' };

/**
 * Starts the servers of all tests; called once by Vitest.
 *
 * @throws if one doesn't start; the other is stopped
 */
export default async function startServers({
  provide,
}: TestProject): Promise<() => Promise<unknown>> {
  const [development, production] = await startTogether(
    startServer('development', env, [
      '--config',
      'tests/probed.vite.config.ts',
    ]),
    startServer('production', env),
  );
  // Vite listens before Nitro's routes are ready; a response shows that they are.
  await fetch(`${development.url}/api/rooms`);
  provide('development', development.url);
  provide('production', production.url);
  return () => Promise.all([development.stop(), production.stop()]);
}
