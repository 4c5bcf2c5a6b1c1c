import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { password, productionSecret } from './accounts.ts';
import { startServer } from './server.ts';
import { startTogether } from './start-together.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the app with its probes listens, in each mode. */
    development: string;
    production: string;
  }
}

/**
 * Starts the two servers that all tests share. Vitest calls it once. The
 * development server gets no settings, as that of somebody who tries the app.
 *
 * @throws when one does not start; the other is ended then
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
  // Vite listens before Nitro has made the routes: the first answer says that they are there.
  await fetch(`${development.url}/api/session`);
  provide('development', development.url);
  provide('production', production.url);
  return () => Promise.all([development.stop(), production.stop()]);
}

/** What `npm run account` prints. */
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
