import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address, locales, pagesOf } from './support/site.ts';

const browser = useBrowser();
const phone = { width: 390, height: 844 };

describe.each(locales)('a page in $name', (locale) => {
  describe.each([...pagesOf(locale), `${locale.prefix}404.html`])(
    '/%s',
    (path) => {
      it.each(['light', 'dark'] as const)(
        'loads whole, fits on a phone and is accessible when it is %s',
        async (colorScheme) => {
          const page = await browser.open({ colorScheme, viewport: phone });
          const problems = watch(page);
          await page.goto(address(path), { waitUntil: 'networkidle' });
          const theme = await page.locator('html').getAttribute('data-theme');
          expect(theme).toBe(colorScheme);
          expect(problems).toEqual([]);
          expect(await tooWide(page)).toEqual([]);
          expect(await violations(page)).toEqual([]);
        },
      );

      it('is accessible on a wide screen', async () => {
        const page = await browser.open({
          viewport: { width: 1440, height: 900 },
        });
        await page.goto(address(path), { waitUntil: 'networkidle' });
        expect(await violations(page)).toEqual([]);
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

/** What axe finds, as `rule: where`. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    // The source above has made it a global of the page.
    (window as unknown as { axe: typeof axe }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) =>
      [id, html.slice(0, 200), failureSummary?.split('\n')[1]].join(' | '),
    ),
  );
}
