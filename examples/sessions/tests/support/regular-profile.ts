import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';

// As in `browser.ts`.
const executablePath = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));

/** Some builds block third-party cookies by default. */
const preferences = { profile: { cookie_controls_mode: 0 } };

/**
 * Runs a callback in a Chromium with a profile that allows third-party cookies. Contexts of `browser.newContext()` are private
 * windows, in which this depends on the build.
 */
export async function inRegularProfile<T>(
  browser: Browser,
  run: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'profile-'));
  await mkdir(join(folder, 'Default'));
  const file = join(folder, 'Default', 'Preferences');
  await writeFile(file, JSON.stringify(preferences));
  const context = await browser.browserType().launchPersistentContext(folder, {
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
  try {
    return await run(context);
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}
