import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { visit } from './support/visit.ts';
import { english, pagesOf, settings } from './support/site.ts';

const browser = useBrowser();
// One for all: a page that is opened anew has all scripts to compile again.
let page: Page;
let close: () => Promise<void>;
beforeAll(async () => {
  page = await browser.open(
    { permissions: ['clipboard-read', 'clipboard-write'] },
    (own) => (close = own),
  );
});
afterAll(() => close());

// A tab that is not chosen hides its block.
const blocks = '.theme-code-block:has(pre):visible';
const copyButton = 'button:has([class*=copyButtonIcons])';

// The other languages show the same code, which the test of the languages compares.
describe('the code blocks', () => {
  it.each(pagesOf(english))('of /%s copy what they show', async (path) => {
    await visit(page, path);
    const copies = await copyEachBlock();
    for (const { copied, shown } of copies) {
      expect(copied).toBe(shown);
      expect(copied).not.toMatch(/#(?:end)?region/);
    }
    if (copies.length === 0) return;
    // By hand too, where the button shows only below the pointer.
    const block = page.locator(blocks).first();
    await page.evaluate(() => navigator.clipboard.writeText('of before'));
    await block.hover();
    await block.locator(copyButton).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(copies[0]?.shown);
  });
});

it('a whole file is copied as it is in its example', async () => {
  await visit(page, 'websockets');
  const block = page.locator('.theme-code-block', {
    hasText: 'vite.config.ts',
  });
  await block.first().hover();
  await block.first().locator(copyButton).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const file = readFileSync('examples/websocket-chat/vite.config.ts', 'utf8');
  const lines = file
    .split('\n')
    .filter((line) => !/^\s*\/\/ #(?:end)?region\b/.test(line));
  expect(copied.trimEnd()).toBe(lines.join('\n').trimEnd());
});

it('a snippet links to its lines in the repository', async () => {
  const repository = settings.repositoryUrl;
  await visit(page, 'websockets');
  const links = page.getByRole('link', {
    name: 'These lines in the repository',
  });
  if (repository === undefined) {
    expect(await links.count()).toBe(0);
    return;
  }
  expect(await links.first().getAttribute('href')).toMatch(
    /\/blob\/main\/examples\/websocket-chat\/[\w./-]+#L\d+-L\d+$/,
  );
});

/** Presses the button of each block from within the page, which takes no time, and reads the clipboard after each. */
async function copyEachBlock() {
  return page.locator(blocks).evaluateAll(async (found, copyButton) => {
    const copies: { shown: string; copied: string }[] = [];
    for (const block of found) {
      const lines = [...block.querySelectorAll('.token-line')].map((line) =>
        line.textContent.replace(/\n$/, ''),
      );
      // What the block before has left is no copy of this one.
      await navigator.clipboard.writeText('of before');
      block.querySelector<HTMLButtonElement>(copyButton)?.click();
      const copied = await navigator.clipboard.readText();
      copies.push({ shown: lines.join('\n'), copied });
    }
    return copies;
  }, copyButton);
}
