import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { stopTransitions, useBrowser } from './support/browser.ts';
import { english, type Locale, locales, pagesOf } from './support/site.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();
const phone = { width: 390, height: 844 };

const idle: Watched[] = [];
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

// Two at a time, as vitest.config.ts says: axe is slow, and works in the page.
describe.concurrent.each(locales)('a page in $name', (locale) => {
  describe.each([...visited(locale), `${locale.prefix}404.html`])(
    '/%s',
    (path) => {
      it('loads whole, fits on a phone and is accessible', async ({
        onTestFinished,
      }) => {
        const { page, problems } = await borrow(onTestFinished);
        // React complains when what it takes over is not as it came.
        await visit(page, path);
        expect(await tooWide(page)).toEqual([]);
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

/** A page, and what has gone wrong in it. */
interface Watched {
  readonly page: Page;
  readonly problems: string[];
}

/** A page for one test after the other: one that is opened anew has all scripts to compile again. */
async function borrow(
  finished: (back: () => Promise<void>) => void,
): Promise<Watched> {
  const lent = idle.pop() ?? (await openWatched());
  const { page, problems } = lent;
  problems.length = 0;
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'light' });
  finished(async () => {
    // What it breaks off is not the next one's problem.
    await page.goto('about:blank');
    idle.push(lent);
  });
  return lent;
}

async function openWatched(): Promise<Watched> {
  const page = await browser.open({}, (close) => closing.push(close));
  return { page, problems: watch(page) };
}

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
