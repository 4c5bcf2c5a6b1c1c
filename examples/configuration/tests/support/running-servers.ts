import { startServer as startWrongServer } from '#wrong-server';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { type ServerPair, startBoth } from './server-pair';
import { startTogether } from './start-together';

/** Both servers of the app, both of the app with Analog's defaults, and a browser. */
export interface Apps {
  readonly right: ServerPair;
  readonly wrong: ServerPair;
  readonly browser: Browser;
}

/** The allowed origin. */
export const listed = 'https://app.example';
/** The access token. */
export const token = 'token-of-the-tests-0123456789abcdef';

/** The server that the proxies forward to. */
export function backendUrl(): string {
  const url = process.env['BACKEND_URL'];
  if (!url) throw new Error('BACKEND_URL is not set.');
  return url;
}

/**
 * Starts all servers.
 *
 * @throws if one doesn't start; the others are stopped
 */
export async function startApps(): Promise<Apps> {
  const browser = await launchBrowser();
  const backend = { BACKEND_URL: backendUrl() };
  try {
    const [right, wrong] = await startTogether(
      startBoth({
        ALLOWED_ORIGINS: listed,
        ACCESS_TOKEN: token,
        ...backend,
      }),
      startBoth(backend, startWrongServer),
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
