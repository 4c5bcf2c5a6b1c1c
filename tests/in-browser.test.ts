import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { stopTransitions, useBrowser } from './support/browser.ts';
import {
  address,
  english,
  type Locale,
  locales,
  pagesOf,
} from './support/site.ts';
import { touch } from './support/touch.ts';

const browser = useBrowser();
const phone = { width: 390, height: 844 };

// Two at a time, as vitest.config.ts says: axe is slow, and works in the page.
describe.concurrent.each(locales)('a page in $name', (locale) => {
  describe.each([...visited(locale), `${locale.prefix}404.html`])(
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
        // React complains when what it takes over is not as it came.
        await touch(page);
        expect(await tooWide(page)).toEqual([]);
        await page.evaluate(axe.source);
        await page.evaluate(keepOneOfEachToken);
        await stopTransitions(page);
        expect(await violations(page), 'light, on a phone').toEqual([]);
        expect(problems).toEqual([]);
        // languages.test.ts compares a translated page with the English one: its dark colours are the same.
        if (locale !== english) return;
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.locator('html[data-theme=dark]').waitFor();
        // The rest of a dark page has the same colours on a wide screen, which is next.
        const onPhones = ['.navbar', '.theme-doc-toc-mobile'];
        const inDark = await violations(page, onPhones);
        expect(inDark, 'dark, on a phone').toEqual([]);
        await page.setViewportSize({ width: 1440, height: 900 });
        expect(await violations(page), 'dark, on a wide screen').toEqual([]);
        expect(problems).toEqual([]);
      });
    },
  );
});

/** The pages of the examples are drawn alike, and languages.test.ts compares their languages: one in each other than English is enough. */
function visited(locale: Locale): string[] {
  const pages = pagesOf(locale);
  const examples = pages.filter((path) => /(?:^|\/)examples\//.test(path));
  const left = locale === english ? [] : examples.slice(1);
  return pages.filter((path) => !left.includes(path));
}

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

/**
 * Makes plain text of each token of code that looks like one before it: axe
 * compares thousands of colours otherwise, and finds nothing more.
 */
function keepOneOfEachToken(): void {
  const seen = new Set<string>();
  for (const token of document.querySelectorAll('.token-line .token')) {
    const look = `${token.className} in ${token.parentElement?.className}`;
    if (seen.has(look)) token.replaceWith(token.textContent);
    else seen.add(look);
  }
}

/**
 * What axe finds, as `rule: where`; its source is in the page already.
 *
 * @param parts where to look; the first has to exist
 */
async function violations(
  page: Page,
  parts: readonly string[] = ['html'],
): Promise<string[]> {
  const results = await page.evaluate(
    // Its source has made it a global of the page.
    (include) =>
      (window as unknown as { axe: typeof axe }).axe.run({ include }),
    [...parts],
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) =>
      [id, html.slice(0, 200), failureSummary?.split('\n')[1]].join(' | '),
    ),
  );
}
