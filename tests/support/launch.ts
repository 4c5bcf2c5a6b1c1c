import { type Browser, chromium, firefox } from 'playwright-core';
import {
  installedBrowser,
  installedFirefox,
} from '../../scripts/browser/installed.ts';

/** Starts the Chromium of this machine. */
export function launchChromium(): Promise<Browser> {
  const executablePath = installedBrowser(process.env);
  return chromium.launch({
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
