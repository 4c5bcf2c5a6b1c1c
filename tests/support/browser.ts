import { type Browser, type BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import { connectToChromium } from './launch.ts';

/** Opens pages that are closed again when the test has ended; it fails if a policy has refused them anything. */
export interface Pages {
  /**
   * A page with cookies and a clipboard of its own.
   *
   * @param finished gets what closes it: the `onTestFinished` of a test that runs beside others
   */
  open(
    options?: BrowserContextOptions,
    finished?: (close: () => Promise<void>) => void,
  ): Promise<Page>;
}

/**
 * Gives the tests of a file a browser, and closes after them what they have opened in it.
 *
 * @param launch starts it, or connects to one
 * @returns what opens pages in it
 */
export function useBrowser(launch = connectToChromium): Pages {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  return {
    async open(options = {}, finished = (close) => onTestFinished(close)) {
      if (!browser) throw new Error('Pages are opened inside of a test.');
      const context = await browser.newContext(options);
      const refused: string[] = [];
      await context.exposeBinding('policyRefuses', (_source, what: string) => {
        refused.push(what);
      });
      await context.addInitScript(reportRefusals);
      finished(async () => {
        await context.close();
        expect(refused, 'refused by the policy of the site').toEqual([]);
      });
      const page = await context.newPage();
      page.setDefaultTimeout(90_000);
      return page;
    },
  };
}

declare global {
  interface Window {
    policyRefuses(what: string): void;
  }
}

/** Runs in each document before its own scripts. What a sandbox refuses is its own matter. */
function reportRefusals(): void {
  if (window !== window.top) return;
  addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
      // A reader may type the address of any server; the playground then says that the policy forbids it.
      if (effectiveDirective === 'connect-src') return;
      window.policyRefuses(
        `${location.href}: ${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`,
      );
    },
  );
}

/** Ends transitions at once: a colour on its way to another is neither. A style sheet made by a script needs no leave of the policy. */
export function stopTransitions(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { transition: none !important }');
    document.adoptedStyleSheets.push(sheet);
  });
}
