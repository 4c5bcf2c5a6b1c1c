import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();
// Shared, since a new page would compile all scripts and load the index again.
let page: Page;
let shown: string | undefined;
let close: () => Promise<void>;
beforeAll(async () => {
  page = await browser.open({}, (own) => (close = own));
});
afterAll(() => close());

describe.each([
  // A word form that no page contains; only its stem is found.
  { path: '', query: 'reconnecting', marked: /^reconnect/i },
  { path: '', query: 'createEventStream', marked: /^createEventStream/i },
  { path: 'de/', query: 'Verbindungen', marked: /^Verbindung/ },
  { path: 'zh/', query: '服务器', marked: /^服务器$/ },
  // Words that are never adjacent are found separately.
  { path: 'zh/', query: '服务器浏览器', marked: /服务器|浏览器/ },
])('searching "$query" in /$path', ({ path, query, marked }) => {
  it('finds pages of that language, and marks the words', async () => {
    await search(path, query);
    const links = page.getByRole('dialog').getByRole('listitem').locator('a');
    await links.first().waitFor();
    const addresses = await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    );
    for (const found of addresses) {
      expect(found).toMatch(new RegExp(`^${address(path)}(?!de/|zh/)`));
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
  'finds the symptom of a pasted message: $section',
  async ({ line, section }) => {
    await search('', line);
    const links = page.getByRole('dialog').getByRole('listitem').locator('a');
    await links.first().waitFor();
    const first = await links.first().evaluate((link) => {
      return (link as HTMLAnchorElement).href;
    });
    expect(first).toBe(address(`troubleshooting#${section}`));
  },
);

it('reports if nothing is found', async () => {
  await search('', 'zzxqv');
  const status = page.getByRole('dialog').getByRole('status');
  await expect
    .poll(() => status.textContent())
    .toBe('Nothing found for “zzxqv”.');
});

it("doesn't find text of menus", async () => {
  // "Deutsch" is only in the locale menu of pages, not in English text.
  await search('', 'Deutsch');
  const status = page.getByRole('dialog').getByRole('status');
  await expect.poll(() => status.textContent()).toMatch(/^(Nothing|Results)/);
  const marks = await page.locator('dialog mark').allTextContents();
  expect(marks).not.toContain('Deutsch');
});

it("reports a search that can't be loaded, and retries", async () => {
  const page = await browser.open();
  await page.route('**/pagefind.js*', (route) => route.abort());
  await visit(page, 'introduction');
  await page.keyboard.press('/');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.type('socke');
  const status = page.getByRole('dialog').getByRole('status');
  await expect
    .poll(() => status.textContent())
    .toBe('The search couldn’t be loaded. Try again.');

  await page.unroute('**/pagefind.js*');
  await page.keyboard.type('t');
  await page.locator('dialog ol a').first().waitFor();
});

it.each([
  { keys: 'during a composition', event: { isComposing: true } },
  { keys: 'that end one in Safari', event: { keyCode: 229 } },
])('leaves the keys $keys to the input method', async ({ event }) => {
  await search('', 'socket');
  await page.locator('dialog ol a').first().waitFor();
  const before = page.url();
  const input = page.getByRole('dialog').locator('input');
  const press = (init: KeyboardEventInit) =>
    input.dispatchEvent('keydown', { key: 'Enter', ...init });

  await press(event);
  // Opening a result closes the dialog immediately.
  expect(await page.locator('dialog[open]').count()).toBe(1);
  expect(page.url()).toBe(before);

  await press({});
  await page.locator('dialog').waitFor({ state: 'hidden' });
});

/** Searches in a language of the site. */
async function search(path: string, query: string): Promise<void> {
  if (shown !== path) await visit(page, path);
  shown = path;
  const dialog = page.locator('dialog');
  if (!(await dialog.isVisible())) await page.keyboard.press('/');
  await dialog.locator('input').fill('');
  // From now on, results belong to the query.
  await dialog.locator('li').first().waitFor({ state: 'detached' });
  await dialog.locator('input').fill(query);
}
