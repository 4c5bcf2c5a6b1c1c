import {
  type Browser,
  type BrowserServer,
  chromium,
  firefox,
} from 'playwright-core';
import { inject } from 'vitest';
import {
  installedBrowser,
  installedFirefox,
} from '../../scripts/browser/browsers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** WebSocket endpoint of the Chromium that all test files share. */
    readonly chromium: string;
  }
}

/** Starts a Chromium for all test files, since each start takes a second. */
export function serveChromium(): Promise<BrowserServer> {
  const executablePath = installedBrowser(process.env);
  return chromium.launchServer({
    ...(executablePath ? { executablePath } : {}),
    // Chromium's own sandbox doesn't run as root; the other options disable background requests.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Connects to the shared Chromium. Closing the connection closes only its own pages. */
export function connectToChromium(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}

/**
 * Starts an installed Firefox.
 *
 * @throws if there is none
 */
export function launchFirefox(): Promise<Browser> {
  const executablePath = installedFirefox(process.env);
  if (executablePath === undefined) {
    throw new Error(
      'No Firefox on this machine. npm test installs one; or install it yourself, or name it with FIREFOX_PATH.',
    );
  }
  return firefox.launch({
    executablePath,
    // Release builds support WebDriver BiDi, but not Playwright's protocol.
    ...(executablePath === firefox.executablePath()
      ? {}
      : { channel: 'moz-firefox' }),
  });
}
