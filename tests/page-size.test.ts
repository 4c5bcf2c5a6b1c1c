import { expect, it } from 'vitest';
import {
  type Fetched,
  noteFetched,
  totalBytes,
} from '../scripts/browser/fetched.ts';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';
import { touch } from '../scripts/browser/touch.ts';

const browser = useBrowser();

/** What a page of each kind may weigh, in kilobytes of gzip: what it needs to be read, and the scripts that the first touch fetches. */
const budgets = [
  { kind: 'home', path: '', read: 31, scripts: 160 },
  { kind: 'prose', path: 'introduction', read: 31, scripts: 160 },
  { kind: 'code', path: 'websockets', read: 41, scripts: 170 },
  { kind: 'URL finder', path: 'where-a-route-lives', read: 39, scripts: 170 },
  { kind: 'example', path: 'examples/websocket-chat', read: 41, scripts: 170 },
] as const;

it.each(budgets)(
  'a page of the kind "$kind" weighs what it may',
  async ({ path, read, scripts }) => {
    const page = await browser.open();
    const toRead = noteFetched(page);
    await page.goto(address(path), { waitUntil: 'networkidle' });
    const first = await toRead();
    expect(first.filter(({ type }) => type === 'script')).toEqual([]);
    expect(totalBytes(first), listing(first)).toBeLessThan(read * 1000);

    const toTouch = noteFetched(page);
    await touch(page);
    await page.waitForLoadState('networkidle');
    const more = await toTouch();
    expect(totalBytes(more), listing(more)).toBeLessThan(scripts * 1000);
  },
);

/** What weighs how much, the heaviest first: it says what has grown. */
function listing(fetched: readonly Fetched[]): string {
  return fetched
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(
      ({ url, bytes }) =>
        `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${new URL(url).pathname}`,
    )
    .join('\n');
}
