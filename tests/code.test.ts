import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address, english, pagesOf, settings } from './support/site.ts';

const browser = useBrowser();

// The other languages show the same code, which the test of the languages compares.
describe('the code blocks', () => {
  it.each(pagesOf(english))('of /%s copy what they show', async (path) => {
    const page = await openWithClipboard(path);
    // A tab that is not chosen hides its block.
    const blocks = page.locator('.theme-code-block:has(pre):visible');
    for (let index = 0; index < (await blocks.count()); index++) {
      const block = blocks.nth(index);
      await block.hover();
      await block.locator('button:has([class*=copyButtonIcons])').click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const lines = await block.locator('.token-line').allTextContents();
      const shown = lines.map((line) => line.replace(/\n$/, '')).join('\n');
      expect(copied).toBe(shown);
      expect(copied).not.toMatch(/#(?:end)?region/);
    }
  });
});

it('a whole file is copied as it is in its example', async () => {
  const page = await openWithClipboard('websockets');
  const block = page.locator('.theme-code-block', {
    hasText: 'vite.config.ts',
  });
  await block.first().hover();
  await block.first().locator('button:has([class*=copyButtonIcons])').click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const file = readFileSync('examples/websocket-chat/vite.config.ts', 'utf8');
  const lines = file
    .split('\n')
    .filter((line) => !/^\s*\/\/ #(?:end)?region\b/.test(line));
  expect(copied.trimEnd()).toBe(lines.join('\n').trimEnd());
});

it('a snippet links to its lines in the repository', async () => {
  const repository = settings.repositoryUrl;
  const page = await browser.open();
  await page.goto(address('websockets'));
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

async function openWithClipboard(path: string): Promise<Page> {
  const page = await browser.open({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(address(path), { waitUntil: 'networkidle' });
  return page;
}
