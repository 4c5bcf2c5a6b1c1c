import { canUseApt, installWithApt } from '../run/apt.ts';
import { runTool } from '../run/child.ts';
import {
  hasWebKit,
  installedBrowser,
  installedFirefox,
  installedWholeBrowser,
  webKitPrograms,
} from './installed.ts';

type Print = (line: string) => void;

/**
 * Finds a Chromium, or installs one: Debian's package with a Chinese font where
 * this process may do so, else Playwright's own.
 *
 * @param print says which it is
 * @returns its path
 * @throws when there is none and none can be installed
 */
export function ensureBrowser(print: Print): Promise<string> {
  return ensure(
    'Chromium',
    'CHROME_PATH',
    installedBrowser,
    ['chromium-headless-shell', 'fonts-noto-cjk'],
    print,
  );
}

/**
 * Finds a Chromium that asks for permissions, or installs one.
 *
 * @param print says which it is
 * @returns its path
 * @throws when there is none and none can be installed
 */
export function ensureWholeBrowser(print: Print): Promise<string> {
  return ensure(
    'Chromium',
    'WHOLE_CHROME_PATH',
    installedWholeBrowser,
    ['chromium'],
    print,
  );
}

/**
 * Finds a Firefox, or installs one: Debian's package where this process may do
 * so, else Playwright's own.
 *
 * @param print says which it is
 * @returns its path
 * @throws when there is none and none can be installed
 */
export function ensureFirefox(print: Print): Promise<string> {
  return ensure(
    'Firefox',
    'FIREFOX_PATH',
    installedFirefox,
    ['firefox-esr'],
    print,
  );
}

/**
 * Finds the WebKit of GTK with what drives it, or installs Debian's packages
 * where this process may do so. There is none but on Linux.
 *
 * @param print says what it installs, or that the tests in WebKit are left out
 * @throws when it is Linux, and there is none and none can be installed
 */
export async function ensureWebKit(print: Print): Promise<void> {
  if (hasWebKit()) return;
  if (process.platform !== 'linux') {
    print('No WebKitGTK on this system: the tests in it are left out.');
    return;
  }
  let output = '';
  if (canUseApt()) {
    print('No WebKit here: installing the package webkit2gtk-driver …');
    const packages = ['webkit2gtk-driver', 'xvfb', 'xauth'];
    ({ output } = await installWithApt(packages));
  }
  if (!hasWebKit()) {
    throw new Error(
      `The tests in WebKit need ${webKitPrograms.join(' and ')}, and they could not be installed. Install the packages webkit2gtk-driver, xvfb and xauth.\n${output}`,
    );
  }
}

async function ensure(
  name: 'Chromium' | 'Firefox',
  variable: string,
  installed: (env: NodeJS.ProcessEnv) => string | undefined,
  packages: readonly string[],
  print: Print,
): Promise<string> {
  const found = installed(process.env);
  if (found) {
    print(`The ${name} of the tests is ${found}.`);
    return found;
  }
  const output = await install(name, packages, print);
  const browser = installed(process.env);
  if (!browser) {
    throw new Error(
      `No ${name} on this machine, and none could be installed. Install one, or name it with ${variable}.\n${output}`,
    );
  }
  print(`Installed ${browser} for the tests.`);
  return browser;
}

async function install(
  name: string,
  packages: readonly string[],
  print: Print,
): Promise<string> {
  let debian = '';
  if (canUseApt()) {
    print(`No ${name} here: installing the package ${packages[0]} …`);
    const { code, output } = await installWithApt(packages);
    if (code === 0) return output;
    debian = output;
  }
  print(`No ${name} here: installing the one of Playwright …`);
  const own = ['install', name.toLowerCase()];
  const { output } = await runTool('playwright-core/cli.js', own);
  return debian + output;
}
