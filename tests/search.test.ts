import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();

describe.each([
  // A word form that no page has: only its stem is found.
  { path: '', query: 'reconnecting', marked: /^reconnect/i },
  { path: '', query: 'createEventStream', marked: /^createEventStream/i },
  { path: 'de/', query: 'Verbindungen', marked: /^Verbindung/ },
  { path: 'zh-Hans/', query: '服务器', marked: /^服务器$/ },
  // Words that stand nowhere together are found apart.
  { path: 'zh-Hans/', query: '服务器浏览器', marked: /服务器|浏览器/ },
])('searching "$query" in /$path', ({ path, query, marked }) => {
  it('finds pages of that language, with the words marked', async () => {
    const page = await search(path, query);
    const links = page.getByRole('dialog').getByRole('listitem').locator('a');
    await links.first().waitFor();
    const addresses = await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    );
    for (const found of addresses) {
      expect(found).toMatch(new RegExp(`^${address(path)}(?!de/|zh-Hans/)`));
    }
    const marks = await page.locator('dialog mark').allTextContents();
    expect(marks.some((mark) => marked.test(mark))).toBe(true);

    await links.first().click();
    await page.waitForURL(addresses[0] ?? '');
    const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
    if (anchor) await page.locator(`[id="${anchor}"]`).waitFor();
  });
});

it.each([
  {
    line: `EventSource's response has a MIME type ("text/plain") that is not "text/event-stream". Aborting the connection.`,
    section: 'mime-type',
  },
  {
    line: `WebSocket connection to 'ws://127.0.0.1:5173/?token=dK3' failed: Invalid frame header`,
    section: 'invalid-frame-header',
  },
  {
    line: `Unexpected token '<', "<!DOCTYPE "... is not valid JSON`,
    section: 'unexpected-token',
  },
  {
    line: 'ERROR ReferenceError: EventSource is not defined',
    section: 'browser-only',
  },
])(
  'finds the symptom of a pasted line: $section',
  async ({ line, section }) => {
    const page = await search('', line);
    const links = page.getByRole('dialog').getByRole('listitem').locator('a');
    await links.first().waitFor();
    const found = await links.evaluateAll((all) =>
      all.slice(0, 3).map((link) => (link as HTMLAnchorElement).href),
    );
    expect(found).toContain(address(`symptoms#${section}`));
  },
);

it('says when nothing is found', async () => {
  const page = await search('', 'zzxqv');
  const status = page.getByRole('dialog').getByRole('status');
  await expect
    .poll(() => status.textContent())
    .toBe('Nothing found for “zzxqv”.');
});

it('does not find what stands in a menu', async () => {
  // "Deutsch" is in the locale menu of every page, and in no English text.
  const page = await search('', 'Deutsch');
  const status = page.getByRole('dialog').getByRole('status');
  await expect.poll(() => status.textContent()).toMatch(/^(Nothing|Results)/);
  const marks = await page.locator('dialog mark').allTextContents();
  expect(marks).not.toContain('Deutsch');
});

it('says so when the search cannot be loaded, and tries again', async () => {
  const page = await browser.open();
  await page.route('**/pagefind.js*', (route) => route.abort());
  await visit(page, 'introduction');
  await page.keyboard.press('/');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.type('socke');
  const status = page.getByRole('dialog').getByRole('status');
  await expect
    .poll(() => status.textContent())
    .toBe('The search could not be loaded. Try again.');

  await page.unroute('**/pagefind.js*');
  await page.keyboard.type('t');
  await page.locator('dialog ol a').first().waitFor();
});

it.each([
  { keys: 'during a composition', event: { isComposing: true } },
  { keys: 'that end one in Safari', event: { keyCode: 229 } },
])('leaves the keys $keys to the input method', async ({ event }) => {
  const page = await search('', 'socket');
  await page.locator('dialog ol a').first().waitFor();
  const before = page.url();
  const input = page.getByRole('dialog').locator('input');
  const press = (init: KeyboardEventInit) =>
    input.dispatchEvent('keydown', { key: 'Enter', ...init });

  await press(event);
  // Opening a result closes the dialog at once.
  expect(await page.locator('dialog[open]').count()).toBe(1);
  expect(page.url()).toBe(before);

  await press({});
  await page.locator('dialog').waitFor({ state: 'hidden' });
});

async function search(path: string, query: string): Promise<Page> {
  const page = await browser.open();
  await visit(page, path);
  await page.keyboard.press('/');
  await page.getByRole('dialog').locator('input').fill(query);
  return page;
}
