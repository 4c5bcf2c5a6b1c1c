import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address, locales, pagesOf } from './support/site.ts';

const browser = useBrowser();
const phone = { width: 390, height: 844 };

// Two at a time, as vitest.config.ts says: axe is slow, and works in the page.
describe.concurrent.each(locales)('a page in $name', (locale) => {
  describe.each([...pagesOf(locale), `${locale.prefix}404.html`])(
    '/%s',
    (path) => {
      it('loads whole, fits on a phone and is accessible', async ({
        onTestFinished,
      }) => {
        const page = await browser.open(
          { colorScheme: 'light', viewport: phone },
          onTestFinished,
        );
        const problems = watch(page);
        await page.goto(address(path), { waitUntil: 'networkidle' });
        expect(await tooWide(page)).toEqual([]);
        await page.evaluate(axe.source);
        // A colour on its way to another is neither.
        await page.addStyleTag({
          content: '* { transition: none !important }',
        });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const theme = page.locator(`html[data-theme=${colorScheme}]`);
          await theme.waitFor();
          expect(await violations(page), colorScheme).toEqual([]);
        }
        await page.setViewportSize({ width: 1440, height: 900 });
        // The colours are those of the phone.
        const wide = await violations(page, ['color-contrast']);
        expect(wide, 'on a wide screen').toEqual([]);
        expect(problems).toEqual([]);
      });
    },
  );
});

/** Collects what goes wrong while a page loads. */
function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      problems.push(message.text());
    }
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('requestfailed', (request) => problems.push(request.url()));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(response.url());
  });
  return problems;
}

/** What makes the page wider than the screen. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** What axe finds, as `rule: where`; its source is in the page already. */
async function violations(
  page: Page,
  without: readonly string[] = [],
): Promise<string[]> {
  const rules = Object.fromEntries(
    without.map((rule) => [rule, { enabled: false }]),
  );
  const results = await page.evaluate(
    // Its source has made it a global of the page.
    (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
    { rules },
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) =>
      [id, html.slice(0, 200), failureSummary?.split('\n')[1]].join(' | '),
    ),
  );
}
