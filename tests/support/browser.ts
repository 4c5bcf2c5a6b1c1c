import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import { connectToChromium } from './launch.ts';

/** Registers the cleanup of a page: `onTestFinished` of a concurrent test. */
type Finished = (end: () => Promise<void>) => void;

/** Opens pages, and closes them after the test, which fails after violations of the policy. */
export interface Pages {
  /** Opens a page with separate cookies and a clipboard. */
  open(options?: BrowserContextOptions, finished?: Finished): Promise<Page>;
  /**
   * Returns a page that tests reuse one after the other, without stored data. A new page needs twice the processor time, since
   * its process compiles all scripts again. Not for tests that add scripts or bindings, open more pages, or change responses, which
   * the browser caches.
   */
  borrow(
    options?: Pick<
      BrowserContextOptions,
      'colorScheme' | 'permissions' | 'viewport'
    >,
    finished?: Finished,
  ): Promise<Page>;
}

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Violations of the site's policy. */
  readonly refused: string[];
}

/**
 * Provides a browser to the tests of a file, and closes its pages afterwards.
 *
 * @param launch starts a browser, or connects to one
 */
export function useBrowser(launch = connectToChromium): Pages {
  let browser: Browser | undefined;
  const idle: Opened[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  const openIn = async (options: BrowserContextOptions): Promise<Opened> => {
    if (!browser) throw new Error('Pages are opened inside of a test.');
    const context = await browser.newContext(options);
    const refused: string[] = [];
    await context.exposeBinding('policyRefuses', (_source, what: string) => {
      refused.push(what);
    });
    await context.addInitScript(reportRefusals);
    const page = await context.newPage();
    page.setDefaultTimeout(90_000);
    return { context, page, refused };
  };
  const expectNone = (refused: readonly string[]) =>
    expect(refused, 'refused by the policy of the site').toEqual([]);

  return {
    async open(options = {}, finished = (end) => onTestFinished(end)) {
      const { context, page, refused } = await openIn(options);
      finished(async () => {
        await context.close();
        expectNone(refused);
      });
      return page;
    },
    async borrow(options = {}, finished = (end) => onTestFinished(end)) {
      const opened = idle.pop() ?? (await openIn({}));
      const { context, page, refused } = opened;
      const { colorScheme = 'light', permissions = [], viewport } = options;
      await page.emulateMedia({ colorScheme, media: null });
      await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
      await context.grantPermissions(permissions);
      finished(async () => {
        await empty(opened);
        idle.push(opened);
        expectNone(refused.splice(0));
      });
      return page;
    },
  };
}

/** Closes the document, and removes the test's stored data, routes and listeners. */
async function empty({ context, page }: Opened): Promise<void> {
  for (const event of ['console', 'pageerror', 'request', 'response'] as const)
    page.removeAllListeners(event);
  page.removeAllListeners('requestfailed');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  if (page.url().startsWith('http')) {
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  }
  await page.goto('about:blank');
  await context.clearCookies();
  await context.clearPermissions();
}

declare global {
  interface Window {
    policyRefuses(what: string): void;
  }
}

/** Runs in each document before its scripts. Ignores violations of a sandbox's policy. */
function reportRefusals(): void {
  if (window !== window.top) return;
  addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
      // The playground reports blocked connections to URLs that a reader typed.
      if (effectiveDirective === 'connect-src') return;
      window.policyRefuses(
        `${location.href}: ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`,
      );
    },
  );
}

/** Ends transitions immediately, during which colours are intermediate. The policy allows style sheets that scripts construct. */
export function stopTransitions(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { transition: none !important }');
    document.adoptedStyleSheets.push(sheet);
  });
}
