import { startServer as startWithoutPlugins } from '#server-without-plugins';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { type ServerPair, startBoth } from './server-pair';
import { startTogether } from './start-together';

/** Both servers of the app, both of the copy without plugins, and a browser. */
export interface Apps {
  readonly guarded: ServerPair;
  readonly unguarded: ServerPair;
  readonly browser: Browser;
}

/** Additional origins whose pages may open sockets. */
export const listed = [
  'https://partner.example',
  'https://other-partner.example',
];

/**
 * Starts all servers.
 *
 * @throws if one doesn't start; the others are stopped
 */
export async function startApps(): Promise<Apps> {
  const env = { SOCKET_ORIGINS: listed.join(', ') };
  const [guarded, unguarded] = await startTogether(
    startBoth(env),
    startBoth(env, startWithoutPlugins),
  );
  try {
    return { guarded, unguarded, browser: await launchBrowser() };
  } catch (error) {
    await Promise.all([guarded.stop(), unguarded.stop()]);
    throw error;
  }
}

/** Stops all servers, if they were started. */
export async function stopApps(apps: Apps | undefined): Promise<void> {
  await Promise.all([
    apps?.guarded.stop(),
    apps?.unguarded.stop(),
    apps?.browser.close(),
  ]);
}
