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
 * one that `npx playwright-core install chromium` installed.
 *
 * @throws when no browser is installed
 */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
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
  browser.on('context', (context) => {
    context.setDefaultTimeout(90_000);
    // The first page of a development server waits until Vite has bundled the dependencies: a minute and more on a busy machine.
    context.setDefaultNavigationTimeout(300_000);
  });
  return browser;
}
