import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  type Fetched,
  recordFetched,
  totalBytes,
  touch,
} from '../scripts/browser/page.ts';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';

const browser = useBrowser();

/** Budgets of each kind of page in kilobytes of gzip: without scripts, and the scripts of the first interaction. */
const budgets = [
  { kind: 'home', path: '', read: 32, scripts: 168 },
  { kind: 'prose', path: 'introduction', read: 32, scripts: 164 },
  { kind: 'code', path: 'websockets', read: 43, scripts: 176 },
  {
    kind: 'code in German',
    path: 'de/server-sent-events',
    read: 41,
    scripts: 177,
  },
  {
    kind: 'code in Chinese',
    path: 'zh/api-routes',
    read: 43,
    scripts: 179,
  },
  { kind: 'URL finder', path: 'files-and-urls', read: 39, scripts: 176 },
  { kind: 'troubleshooting', path: 'troubleshooting', read: 42, scripts: 176 },
  { kind: 'example', path: 'examples/websocket-chat', read: 41, scripts: 176 },
  { kind: '404', path: 'de/no-such-page', read: 31, scripts: 160 },
] as const;

it.each(budgets)(
  'a page of the kind "$kind" loads no script before an interaction, and stays within its budget',
  async ({ path, read, scripts }) => {
    const page = await browser.open();
    const toRead = recordFetched(page);
    await page.goto(address(path));
    // Browsers fire a pointer event when the page appears below the pointer, here in a corner.
    await page.evaluate(() => {
      for (const type of ['pointermove', 'pointermove']) {
        document.body.dispatchEvent(new PointerEvent(type, { bubbles: true }));
      }
    });
    await idle(page);
    const first = await toRead();
    expect(first.filter(({ type }) => type === 'script')).toEqual([]);
    expect(await bytesOfInlineScripts(page)).toBeLessThan(2_000);
    expect(totalBytes(first), listing(first)).toBeLessThan(read * 1000);

    const toTouch = recordFetched(page);
    await touch(page);
    await idle(page);
    const more = await toTouch();
    expect(more.length).toBeGreaterThan(1);
    expect(totalBytes(more), listing(more)).toBeLessThan(scripts * 1000);
  },
);

/** Waits until the page is idle and has sent all of its requests. */
function idle(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((done) => {
        // Without a frame to render, some browsers never report idle time.
        requestIdleCallback(done, { timeout: 1_000 });
      }),
  );
}

async function bytesOfInlineScripts(page: Page): Promise<number> {
  const scripts = await page
    .locator('script:not([src])')
    .evaluateAll((all) => all.map((script) => script.textContent));
  return gzipSync(scripts.join('\n')).length;
}

/** Lists resources by size, largest first. */
function listing(fetched: readonly Fetched[]): string {
  return fetched
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(
      ({ url, bytes }) =>
        `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${new URL(url).pathname}`,
    )
    .join('\n');
}
