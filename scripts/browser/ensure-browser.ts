import { canUseApt, installWithApt } from '../run/apt.ts';
import { runTool } from '../run/child.ts';
import { installedBrowser } from './installed.ts';

/**
 * Finds a Chromium, or installs one: Debian's package with a Chinese font where
 * this process may do so, else Playwright's own.
 *
 * @param print says which it is
 * @returns its path
 * @throws when there is none and none can be installed
 */
export async function ensureBrowser(
  print: (line: string) => void,
): Promise<string> {
  const found = installedBrowser(process.env);
  if (found) {
    print(`The browser of the tests is ${found}.`);
    return found;
  }
  const installed = canUseApt()
    ? await installDebianPackage(print)
    : await installPlaywrightsOwn(print);
  const browser = installedBrowser(process.env);
  if (!browser) {
    throw new Error(
      `No Chromium on this machine, and none could be installed. Install one, or name it with CHROME_PATH.\n${installed}`,
    );
  }
  print(`Installed ${browser} for the tests.`);
  return browser;
}

async function installDebianPackage(
  print: (line: string) => void,
): Promise<string> {
  print('No Chromium here: installing the package chromium with apt-get …');
  const { code, output } = await installWithApt(['chromium', 'fonts-noto-cjk']);
  return code === 0 ? output : output + (await installPlaywrightsOwn(print));
}

async function installPlaywrightsOwn(
  print: (line: string) => void,
): Promise<string> {
  print('No Chromium here: installing the one of Playwright …');
  const cli = 'playwright-core/cli.js';
  const { output } = await runTool(cli, ['install', 'chromium']);
  return output;
}
