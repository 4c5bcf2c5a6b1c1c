import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';
import { startTogether } from './start-together.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the app with its probes listens, in each mode. */
    development: string;
    production: string;
  }
}

/** For servers that are soon full, and find a silent client within a few seconds. */
const env = { HEARTBEAT_SECONDS: '3', MAX_LISTENERS: '50' };

/**
 * Starts the two servers that all tests share. Vitest calls it once.
 *
 * @throws when one does not start; the other is ended then
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
  // Vite listens before Nitro has made the routes: the first answer says that they are there.
  await fetch(`${development.url}/api/probes/listeners`);
  provide('development', development.url);
  provide('production', production.url);
  return () => Promise.all([development.stop(), production.stop()]);
}
