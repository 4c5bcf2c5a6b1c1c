import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';
import { touch } from './support/touch.ts';

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
    const bytes = new Map<string, number>();
    const counted: Promise<void>[] = [];
    page.on('response', (response) => {
      const count = async () => {
        // What links in sight lead to is fetched ahead of a click, and is no part of this page.
        const headers = await response.request().allHeaders();
        if (headers['sec-purpose'] === 'prefetch') return;
        const body = await response.body().catch(() => Buffer.alloc(0));
        bytes.set(new URL(response.url()).pathname, gzipSync(body).length);
      };
      counted.push(count());
    });
    await page.goto(address(path), { waitUntil: 'networkidle' });
    await Promise.all(counted);
    expect([...bytes.keys()].filter(isScript)).toEqual([]);
    expect(total(bytes), listing(bytes)).toBeLessThan(read * 1000);

    bytes.clear();
    await touch(page);
    await page.waitForLoadState('networkidle');
    await Promise.all(counted);
    expect(total(bytes), listing(bytes)).toBeLessThan(scripts * 1000);
  },
);

function isScript(path: string): boolean {
  return path.endsWith('.js');
}

function total(bytes: ReadonlyMap<string, number>): number {
  return [...bytes.values()].reduce((sum, size) => sum + size, 0);
}

/** What weighs how much, the heaviest first: it says what has grown. */
function listing(bytes: ReadonlyMap<string, number>): string {
  return [...bytes]
    .sort(([, a], [, b]) => b - a)
    .map(
      ([path, size]) => `${(size / 1000).toFixed(1).padStart(7)} kB  ${path}`,
    )
    .join('\n');
}
