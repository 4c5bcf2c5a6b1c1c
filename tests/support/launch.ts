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
} from '../../scripts/browser/installed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Chromium listens that all test files share. */
    readonly chromium: string;
  }
}

/** Starts the Chromium of this machine, for all test files: each is a second of work to start. */
export function serveChromium(): Promise<BrowserServer> {
  const executablePath = installedBrowser(process.env);
  return chromium.launchServer({
    ...(executablePath ? { executablePath } : {}),
    // Chromium refuses its sandbox to root; the rest keeps it off the network.
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

/** The Chromium that all share. To close it is to close what this file has opened in it. */
export function connectToChromium(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}

/**
 * Starts the Firefox of this machine.
 *
 * @throws when there is none
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
    // What its makers publish speaks WebDriver BiDi, and not the protocol of Playwright's own.
    ...(executablePath === firefox.executablePath()
      ? {}
      : { channel: 'moz-firefox' }),
  });
}
