import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { stopTransitions, useBrowser } from './support/browser.ts';
import { copiesOf } from './support/code-blocks.ts';
import { english, type Locale, locales, pagesOf } from './support/site.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();
const phone = { width: 390, height: 844 };

// Two at a time (vitest.config.ts): axe is slow, and runs in the page.
describe.concurrent.each(locales)('a page in $name', (locale) => {
  describe.each([...visited(locale), `${locale.prefix}404.html`])(
    '/%s',
    (path) => {
      it('loads without errors, fits on a phone, is accessible, and copies its code', async ({
        onTestFinished,
      }) => {
        const page = await browser.borrow({ viewport: phone }, onTestFinished);
        const problems = watch(page);
        // React reports hydration mismatches.
        await visit(page, path);
        expect(await tooWide(page)).toEqual([]);
        if (locale === english) await expectCopies(page);
        await page.evaluate(keepOneOfEachToken);
        await stopTransitions(page);
        // languages.test.ts compares code and colours of translated pages with the English ones.
        const rules =
          locale === english ? {} : { 'color-contrast': { enabled: false } };
        const found = await violations(page, ['html'], rules);
        expect(found, 'light, on a phone').toEqual([]);
        expect(problems).toEqual([]);
        if (locale !== english) return;
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.locator('html[data-theme=dark]').waitFor();
        // Other elements of a dark page have the same colours on a wide screen, which is next.
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

async function expectCopies(page: Page): Promise<void> {
  const copies = await copiesOf(page);
  expect(copies).toHaveLength(await page.locator('pre:visible').count());
  for (const { copied, shown } of copies) {
    expect(copied).toBe(shown);
    expect(copied).not.toMatch(/#(?:end)?region/);
  }
}

/**
 * Example pages have the same layout, and languages.test.ts compares their languages, so one per translated language is
 * sufficient.
 */
function visited(locale: Locale): string[] {
  const pages = pagesOf(locale);
  const examples = pages.filter((path) => /(?:^|\/)examples\//.test(path));
  const left = locale === english ? [] : examples.slice(1);
  return pages.filter((path) => !left.includes(path));
}

/** Collects errors while a page loads. */
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

/** Lists elements that are wider than the screen. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Removes the highlighting of repeated tokens, so that axe doesn't compare thousands of equal colours. */
function keepOneOfEachToken(): void {
  const seen = new Set<string>();
  for (const token of document.querySelectorAll('.token-line .token')) {
    const kind = `${token.className} in ${token.parentElement?.className}`;
    if (seen.has(kind)) token.replaceWith(token.textContent);
    else seen.add(kind);
  }
}
