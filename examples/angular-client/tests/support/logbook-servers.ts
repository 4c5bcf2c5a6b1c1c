import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from './server';
import { startTogether } from './start-together';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the app with its probes listens, in each mode. */
    development: string;
    production: string;
    /** A folder that is removed after the tests. */
    folder: string;
  }
}

// Newer versions enable WebSocket by default; this makes all servers equal.
const env: Record<string, string> = process.version.startsWith('v20.')
  ? { NODE_OPTIONS: '--experimental-websocket' }
  : {};

/**
 * Starts the two servers that all tests share. Vitest calls it once.
 *
 * @throws when one doesn't start; the other is ended then
 */
export default async function startServers({
  provide,
}: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'logbook-'));
  const [development, production] = await startTogether(
    startServer(
      'development',
      { ...env, LOGBOOK_FILE: join(folder, 'development.jsonl') },
      ['--config', 'tests/probed.vite.config.ts'],
    ),
    startServer('production', {
      ...env,
      LOGBOOK_FILE: join(folder, 'production.jsonl'),
    }),
  );
  // Vite listens before Nitro has built the routes: the first response shows that they exist.
  await fetch(`${development.url}/api/logbook`);
  provide('development', development.url);
  provide('production', production.url);
  provide('folder', folder);
  return async () => {
    await Promise.all([development.stop(), production.stop()]);
    await rm(folder, { recursive: true });
  };
}
