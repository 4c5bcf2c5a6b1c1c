import { accessSync, constants, statSync } from 'node:fs';
import { chromium, firefox } from 'playwright-core';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds a Chromium on this machine.
 *
 * @param env `CHROME_PATH` names one; it comes first
 * @returns its path, or undefined when there is none
 * @throws when `CHROME_PATH` names no program: another one would be taken unnoticed
 */
export function installedBrowser(env: Environment): string | undefined {
  return (
    named(env, 'CHROME_PATH', 'a Chromium') ??
    [
      // Draws no window that nobody sees: half the work.
      '/usr/bin/chromium-headless-shell',
      ...wholeBrowsers(),
    ].find(isProgram)
  );
}

/**
 * Finds a Chromium that is no headless shell: that one asks for no permissions.
 *
 * @param env `WHOLE_CHROME_PATH` names one; it comes first
 * @returns its path, or undefined when there is none
 * @throws when `WHOLE_CHROME_PATH` names no program
 */
export function installedWholeBrowser(env: Environment): string | undefined {
  return (
    named(env, 'WHOLE_CHROME_PATH', 'a Chromium') ??
    wholeBrowsers().find(isProgram)
  );
}

function wholeBrowsers(): string[] {
  return [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ];
}

/**
 * Finds a Firefox on this machine: any that its makers publish, or the one that Playwright has changed for itself.
 *
 * @param env `FIREFOX_PATH` names one; it comes first
 * @returns its path, or undefined when there is none
 * @throws when `FIREFOX_PATH` names no program
 */
export function installedFirefox(env: Environment): string | undefined {
  return (
    named(env, 'FIREFOX_PATH', 'a Firefox') ??
    [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      firefox.executablePath(),
    ].find(isProgram)
  );
}

/** What drives the WebKit of GTK, and the screen that it draws on. */
export const webKitPrograms = ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run'];

/** Whether this machine has WebKit, and what a test needs to drive it. */
export function hasWebKit(): boolean {
  return webKitPrograms.every(isProgram);
}

function named(
  env: Environment,
  variable: string,
  what: string,
): string | undefined {
  const path = env[variable];
  if (!path || isProgram(path)) return path || undefined;
  throw new Error(
    `${variable} is "${path}", and there is no program of that path. Correct it, or unset it to look for ${what}.`,
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    // A folder is executable as well.
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
