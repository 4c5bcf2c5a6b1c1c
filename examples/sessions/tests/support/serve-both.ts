import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { password, productionSecret } from './accounts';
import { startServer } from './server';
import { startTogether } from './start-together';

declare module 'vitest' {
  export interface ProvidedContext {
    /** URLs of the app with its probes in each mode. */
    development: string;
    production: string;
  }
}

/**
 * Starts the servers of all tests; called once by Vitest. The development server has no settings, like that of a new user.
 *
 * @throws if one doesn't start; the other is stopped
 */
export default async function startServers({
  provide,
}: TestProject): Promise<() => Promise<unknown>> {
  const [development, production] = await startTogether(
    startServer('development', {}, ['--config', 'tests/probed.vite.config.ts']),
    startServer('production', {
      SESSION_SECRET: productionSecret,
      ACCOUNTS: ['ada', 'bob'].map(accountLine).join(' '),
    }),
  );
  // Vite listens before Nitro's routes are ready; a response shows that they are.
  await fetch(`${development.url}/api/session`);
  provide('development', development.url);
  provide('production', production.url);
  return () => Promise.all([development.stop(), production.stop()]);
}

/** Returns the output of `npm run account`. */
function accountLine(name: string): string {
  const script = fileURLToPath(
    new URL('../../scripts/account.js', import.meta.url),
  );
  const input = `${password}\n`;
  return execFileSync(process.execPath, [script, name], {
    input,
    encoding: 'utf8',
  }).trim();
}
