import { type AppServer, startServer } from './server.ts';
import { startTogether } from './start-together.ts';

/** The dev server and the production server of one app. */
export interface ServerPair {
  readonly development: AppServer;
  readonly production: AppServer;
  /** Ends both. */
  stop(): Promise<void>;
}

/**
 * Starts both servers of an app.
 *
 * @param start what starts one; this app's own unless another's is given
 * @throws when one does not start; the other is ended then
 */
export async function startBoth(
  env: Readonly<Record<string, string>>,
  start = startServer,
): Promise<ServerPair> {
  const [development, production] = await startTogether(
    start('development', env),
    start('production', env),
  );
  return {
    development,
    production,
    async stop() {
      await Promise.all([development.stop(), production.stop()]);
    },
  };
}

/** Asks both servers the same, and keeps the answers side by side. */
export async function askBoth<T>(
  { development, production }: ServerPair,
  ask: (server: AppServer) => Promise<T>,
): Promise<{ development: T; production: T }> {
  return {
    development: await ask(development),
    production: await ask(production),
  };
}
