import { type AppServer, startServer } from './server';
import { startTogether } from './start-together';

/** The dev server and the production server of an app. */
export interface ServerPair {
  readonly development: AppServer;
  readonly production: AppServer;
  /** Stops both. */
  stop(): Promise<void>;
}

/**
 * Starts both servers of an app.
 *
 * @param start starts one; by default, this app's
 * @throws if one doesn't start; the other is stopped
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

/** Runs the same on both servers, and returns both results. */
export async function askBoth<T>(
  { development, production }: ServerPair,
  ask: (server: AppServer) => Promise<T>,
): Promise<{ development: T; production: T }> {
  return {
    development: await ask(development),
    production: await ask(production),
  };
}
