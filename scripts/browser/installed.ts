import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright-core';

/**
 * Finds a Chromium on this machine.
 *
 * @param env `CHROME_PATH` names one; it comes first
 * @returns its path, or undefined when there is none
 */
export function installedBrowser(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return [
    env['CHROME_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ].find(isProgram);
}

function isProgram(path: string | undefined): path is string {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
