import { accessSync, constants, statSync } from 'node:fs';
import { chromium, firefox } from 'playwright-core';
import { canUseApt, installWithApt } from '../run/apt.ts';
import { runTool } from '../run/child.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Print = (line: string) => void;

/** A browser that the tests need. */
interface RequiredBrowser {
  readonly name: 'Chromium' | 'Firefox';
  /** Environment variable with the path of an executable. */
  readonly variable: string;
  readonly paths: readonly string[];
  /** Debian packages; the first one is the browser. */
  readonly packages: readonly string[];
}

const desktopChromium: RequiredBrowser = {
  name: 'Chromium',
  variable: 'WHOLE_CHROME_PATH',
  paths: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    chromium.executablePath(),
  ],
  packages: ['chromium'],
};
const anyChromium: RequiredBrowser = {
  name: 'Chromium',
  variable: 'CHROME_PATH',
  // The headless shell renders no window and needs half the processor time.
  paths: ['/usr/bin/chromium-headless-shell', ...desktopChromium.paths],
  packages: ['chromium-headless-shell', 'fonts-noto-cjk'],
};
/** A release build, or Playwright's patched build. */
const anyFirefox: RequiredBrowser = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  paths: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    firefox.executablePath(),
  ],
  packages: ['firefox-esr'],
};

/** The driver of WebKitGTK and a virtual display. */
export const webKitPrograms = ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run'];
const webKitPackages = ['webkit2gtk-driver', 'xvfb', 'xauth'];

/** Whether this machine has WebKitGTK and its driver. */
export function hasWebKit(): boolean {
  return webKitPrograms.every(isProgram);
}

/** Finds a Chromium: `CHROME_PATH` or an installed one. */
export const installedBrowser = (env: Environment) => find(anyChromium, env);
/** Finds a Firefox: `FIREFOX_PATH` or an installed one. */
export const installedFirefox = (env: Environment) => find(anyFirefox, env);

/** Finds or installs a Chromium, and returns its path. */
export const ensureBrowser = (print: Print) => ensure(anyChromium, print);
/** Finds or installs a Chromium that shows permission prompts, unlike the headless shell. */
export const ensureDesktopBrowser = (print: Print) =>
  ensure(desktopChromium, print);
/** Finds or installs a Firefox, and returns its path. */
export const ensureFirefox = (print: Print) => ensure(anyFirefox, print);

/**
 * Installs WebKitGTK and its driver on Linux, unless they are installed.
 *
 * @throws if they can't be installed
 */
export async function ensureWebKit(print: Print): Promise<void> {
  if (hasWebKit()) return;
  if (process.platform !== 'linux') {
    print('WebKitGTK needs Linux: its tests are skipped.');
    return;
  }
  let output = '';
  if (canUseApt()) {
    print('Installing the package webkit2gtk-driver …');
    ({ output } = await installWithApt(webKitPackages));
  }
  if (!hasWebKit()) {
    throw new Error(
      `The tests in WebKit need ${webKitPrograms.join(' and ')}, which can't be installed automatically. Install the packages ${webKitPackages.join(', ')}.\n${output}`,
    );
  }
}

/** @throws if the environment variable isn't the path of a program, instead of ignoring it */
function find(
  { name, variable, paths }: RequiredBrowser,
  env: Environment,
): string | undefined {
  const path = env[variable];
  if (!path) return paths.find(isProgram);
  if (isProgram(path)) return path;
  throw new Error(
    `${variable} is "${path}", which isn't a program. Correct it, or unset it to find an installed ${name}.`,
  );
}

async function ensure(browser: RequiredBrowser, print: Print): Promise<string> {
  const { name, variable } = browser;
  const found = find(browser, process.env);
  if (found) {
    print(`The tests use ${name} in ${found}.`);
    return found;
  }
  const output = await install(browser, print);
  const path = find(browser, process.env);
  if (!path) {
    throw new Error(
      `${name} isn't installed and can't be installed automatically. Install it, or set ${variable} to its path.\n${output}`,
    );
  }
  print(`Installed ${path} for the tests.`);
  return path;
}

/** Installs Debian's package, or else Playwright's build. */
async function install(
  { name, packages }: RequiredBrowser,
  print: Print,
): Promise<string> {
  let aptOutput = '';
  if (canUseApt()) {
    print(`Installing the package ${packages[0]} …`);
    const { code, output } = await installWithApt(packages);
    if (code === 0) return output;
    aptOutput = output;
  }
  print(`Installing Playwright's ${name} …`);
  const args = ['install', name.toLowerCase()];
  const { output } = await runTool('playwright-core/cli.js', args);
  return aptOutput + output;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    // Folders are executable too.
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
