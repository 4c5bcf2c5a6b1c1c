import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

/**
 * Starts a headless Chromium: the one at `CHROME_PATH`, the system's, or the
 * one that `npx playwright-core install chromium` has put on this machine.
 *
 * @throws when there is none
 */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(installed ? { executablePath: installed } : {}),
    // Chromium refuses its sandbox to root; the rest keeps it off the network.
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
