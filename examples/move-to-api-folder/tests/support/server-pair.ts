import { type AppServer, startServer } from './server.ts';

/** The dev server and the production server of one app. */
export interface ServerPair {
  readonly development: AppServer;
  readonly production: AppServer;
}

/**
 * Starts both servers of an app.
 *
 * @param start what starts one; this app's own unless another's is given
 */
export async function startBoth(
  env: Readonly<Record<string, string>>,
  start = startServer,
): Promise<ServerPair> {
  const [development, production] = await Promise.all([
    start('development', env),
    start('production', env),
  ]);
  return { development, production };
}

/** Ends both, also when they never started. */
export async function stopBoth(pair: ServerPair | undefined): Promise<void> {
  await Promise.all([pair?.development.stop(), pair?.production.stop()]);
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
