import { accessSync, constants, statSync } from 'node:fs';
import { chromium } from 'playwright-core';

/**
 * Finds a Chromium on this machine.
 *
 * @param env `CHROME_PATH` names one; it comes first
 * @returns its path, or undefined when there is none
 * @throws when `CHROME_PATH` names no program: another one would be taken unnoticed
 */
export function installedBrowser(
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const named = env['CHROME_PATH'];
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(
      `CHROME_PATH is "${named}", and there is no program of that path. Correct it, or unset it to look for a Chromium.`,
    );
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ].find(isProgram);
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
