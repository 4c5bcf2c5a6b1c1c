import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { type Mode, startServer } from './server';
import { startTogether } from './start-together';

declare module 'vitest' {
  interface ProvidedContext {
    /** URLs of the dev server and the production server. */
    servers: Record<Mode, string>;
  }
}

/** Starts both servers once for all test files, each with its own data folder; returns a function that stops them. */
export default async function serve({ provide }: TestProject) {
  const data = await mkdtemp(join(tmpdir(), 'api-routes-'));
  const start = (mode: Mode) =>
    startServer(mode, { DATA_FOLDER: join(data, mode) });
  const [development, production] = await startTogether(
    start('development'),
    start('production'),
  );
  // The dev server prints its URL before its routes are built.
  await fetch(`${development.url}/api/health`);
  provide('servers', {
    development: development.url,
    production: production.url,
  });
  return async () => {
    await Promise.all([development.stop(), production.stop()]);
    await rm(data, { recursive: true, force: true });
  };
}

/** Returns the URL of a server. */
export function serverOf(mode: Mode): string {
  return inject('servers')[mode];
}
