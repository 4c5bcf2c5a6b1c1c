import {
  type Browser,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import { installedBrowser } from '../../scripts/browser/installed.ts';

/** Opens pages that are closed again when the test has ended. */
export interface Pages {
  /**
   * A page with cookies and a clipboard of its own.
   *
   * @param finished the `onTestFinished` of a test that runs beside others
   */
  open(
    options?: BrowserContextOptions,
    finished?: typeof onTestFinished,
  ): Promise<Page>;
}

/**
 * Starts one browser for the tests of a file and ends it after them.
 *
 * @returns what opens pages in it
 */
export function useBrowser(): Pages {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const executablePath = installedBrowser(process.env);
    browser = await chromium.launch({
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
  });
  afterAll(() => browser?.close());
  return {
    async open(options = {}, finished = onTestFinished) {
      if (!browser) throw new Error('Pages are opened inside of a test.');
      const context = await browser.newContext(options);
      finished(() => context.close());
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      return page;
    },
  };
}
