import { startServer as startWrongServer } from '#wrong-server';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { type ServerPair, startBoth } from './server-pair';
import { startTogether } from './start-together';

/** Both servers of the app, both of the app with mistakes, and a browser. */
export interface Apps {
  readonly right: ServerPair;
  readonly wrong: ServerPair;
  readonly browser: Browser;
}

/** How long to wait for something that should never happen. */
export const patience = { seconds: 5, text: '5 s' } as const;

/**
 * Starts all servers.
 *
 * @throws if one doesn't start; the others are stopped
 */
export async function startApps(): Promise<Apps> {
  const browser = await launchBrowser();
  try {
    const [right, wrong] = await startTogether(
      startBoth({}),
      startBoth({}, startWrongServer),
    );
    return { right, wrong, browser };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Stops all servers, if they were started. */
export async function stopApps(apps: Apps | undefined): Promise<void> {
  await Promise.all([
    apps?.right.stop(),
    apps?.wrong.stop(),
    apps?.browser.close(),
  ]);
}

/** Values of the dev server and the production server. */
export interface Both<T> {
  readonly development: T;
  readonly production: T;
}

/** Runs the same for both servers in parallel. */
export async function both<S, T>(
  pair: Both<S>,
  ask: (one: S) => Promise<T>,
): Promise<Both<T>> {
  const [development, production] = await Promise.all([
    ask(pair.development),
    ask(pair.production),
  ]);
  return { development, production };
}
