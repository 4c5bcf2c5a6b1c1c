import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { builtPage } from './support/built-page.ts';
import { copyButton } from './support/code-blocks.ts';
import { address, settings } from './support/site.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();

// in-browser.test.ts compares the copied text of every block.
it('a whole file is copied as in its example', async () => {
  const page = await browser.borrow({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await visit(page, 'websockets');
  const path = 'src/server/routes/api/ws/lobby.ts';
  const block = page.locator('.theme-code-block', { hasText: path }).first();
  await page.evaluate(() => navigator.clipboard.writeText('of before'));
  // The button is visible on hover.
  await block.hover();
  await block.locator(copyButton).click();
  const file = readFileSync(`examples/websocket-chat/${path}`, 'utf8');
  const lines = file
    .split('\n')
    .filter((line) => !/^\s*\/\/ #(?:end)?region\b/.test(line));
  await expect
    .poll(async () => {
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      return copied.trimEnd();
    })
    .toBe(lines.join('\n').trimEnd());
});

it('long code is folded, without scripts too, and printed completely', async () => {
  const page = await browser.open({ javaScriptEnabled: false });
  await page.goto(address('chat-room'));
  const block = page
    .locator('.theme-code-block', { hasText: 'Show all' })
    .first();
  const code = block.locator('pre');
  const isCut = () =>
    code.evaluate(
      ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight,
    );
  expect(await isCut()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  expect(await isCut()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await block.getByText('Show all').click();
  expect(await isCut()).toBe(false);
  await block.getByText('Show fewer lines').click();
  expect(await isCut()).toBe(true);
});

it('a search in the page unfolds the code that it scrolls to', async () => {
  const page = await browser.borrow();
  await visit(page, 'chat-room');
  const block = page
    .locator('.theme-code-block', { hasText: 'Show all' })
    .first();
  await block.locator('.token-line').last().scrollIntoViewIfNeeded();
  await expect
    .poll(() => block.getByText('Show fewer lines').isVisible())
    .toBe(true);
});

const withRepository = it.skipIf(settings.repositoryUrl === undefined);
withRepository('a snippet links to its lines in the repository', () => {
  const links = builtPage('websockets')(
    'a:contains("These lines in the repository")',
  );
  expect(links.attr('href')).toMatch(
    /\/blob\/main\/examples\/websocket-chat\/[\w./-]+#L\d+-L\d+$/,
  );
});
