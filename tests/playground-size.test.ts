import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  type Fetched,
  recordFetched,
  totalBytes,
} from '../scripts/browser/page.ts';
import { bundle } from '../src/playground/build/bundle.ts';
import { useBrowser } from './support/browser.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();

// The size of a playground in its page's script isn't accessible; page-size.test.ts has the budgets of whole pages.
it('closed: the component is at most 3 kB, and nothing else of a playground is fetched', async () => {
  const entry = './src/playground/theme/ClosedPlayground.tsx';
  const { gzipBytes } = await bundle({
    context: process.cwd(),
    entry,
    target: ['web', 'es2022'],
    output: { library: { type: 'var', name: 'closed' } },
    // Imports that are already loaded, or are loaded later.
    externals: [
      ({ request }, done) => done(undefined, request !== entry && 'var x'),
    ],
    module: {
      rules: [
        {
          test: /\.tsx$/,
          loader: 'builtin:swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
              target: 'es2022',
            },
          },
        },
      ],
    },
  });
  console.log(`closed: ${gzipBytes} bytes of gzip`);
  expect(gzipBytes).toBeGreaterThan(500);
  expect(gzipBytes).toBeLessThan(3_000);

  const page = await browser.open();
  const fetched = recordFetched(page);
  await visit(page, 'chat-room');
  await page.waitForLoadState('networkidle');
  const urls = (await fetched()).map(({ url }) => url);
  expect(urls.length).toBeGreaterThan(3);
  expect(urls.filter((url) => url.includes('/playground'))).toEqual([]);
});

it.each(['chat-room', 'server-sent-events', 'api-routes'])(
  'open, /%s: at most 45 kB in all',
  async (path) => {
    const page = await browser.open();
    await visit(page, path);
    await page.waitForLoadState('networkidle');
    const { before } = await opening(page);
    const files = before.map(({ url }) => url);
    expect(files).toContainEqual(
      expect.stringMatching(/\/assets\/playground\/runtime\.\w+\.js$/),
    );
    expectBelow(45_000, before, `open, ${path}`);
  },
);

it.each([
  [
    'own server',
    'Your own server',
    '.playground__target:not([hidden]) .playground__about',
  ],
  ['replay', 'Play chat', '.playground__replay'],
])(
  'the part for the %s: at most 6 kB, fetched on demand',
  async (name, button, part) => {
    const page = await browser.open();
    await visit(page, 'chat-room');
    await opening(page);
    const fetched = recordFetched(page);
    await press(page, button);
    await page.locator(`.playground ${part}`).first().waitFor();
    expectBelow(6_000, await fetched(), name);
  },
);

it('the editor: at most 60 kB with its compiler, fetched on the first edit', async () => {
  const page = await browser.open();
  await visit(page, 'chat-room');
  await opening(page);
  const fetched = recordFetched(page);
  await press(page, 'Edit the code');
  await press(page, 'Run the code');
  await page.getByText('The server runs this code.').waitFor();
  const parts = await fetched();
  const [worker, ...more] = parts.filter(({ url }) =>
    url.includes('/code-worker.'),
  );
  expect(worker?.bytes).toBeGreaterThan(20_000);
  expect(more).toEqual([]);
  expectBelow(60_000, parts, 'editor');
});

it('a package that handlers import: at most 25 kB, fetched once the server is ready', async () => {
  const page = await browser.open();
  await visit(page, 'api-routes');
  await page.waitForLoadState('networkidle');
  const { after } = await opening(page);
  const sizes = after.map(({ bytes }) => bytes);
  expect(Math.max(...sizes), JSON.stringify(after)).toBeGreaterThan(5_000);
  expect(Math.max(...sizes), JSON.stringify(after)).toBeLessThan(25_000);
});

/**
 * Opens the first playground of a page. Returns what it fetches before its server starts, and from then on until a client
 * receives something.
 */
async function opening(page: Page): Promise<{
  readonly before: readonly Fetched[];
  readonly after: readonly Fetched[];
}> {
  const fetched = recordFetched(page);
  await click(page, '.playground-closed button');
  // A stream has no messages to send, and waits for the reader to connect.
  const start = page
    .locator('.playground__presets button')
    .or(page.getByRole('button', { name: 'Connect', exact: true }))
    .and(page.locator(':enabled'));
  await start.first().waitFor();
  await start.first().dispatchEvent('click');
  // Clients wait for packages.
  await page.locator('.playground__frames li').first().waitFor();
  const all = await fetched();
  // The frame's document is fetched last before a server starts.
  const end = 1 + all.findIndex(({ url }) => /\/sandbox\.\w+\.html$/.test(url));
  expect(end).toBeGreaterThan(0);
  return { before: all.slice(0, end), after: all.slice(end) };
}

async function press(page: Page, name: string): Promise<void> {
  const button = page.locator('.playground').getByRole('button', { name });
  await button.first().dispatchEvent('click');
}

/** Clicks without a pointer, whose movement would make the site prefetch links. */
async function click(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().dispatchEvent('click');
}

function expectBelow(
  budget: number,
  fetched: readonly Fetched[],
  what: string,
): void {
  const sum = totalBytes(fetched);
  const parts = fetched.map(({ url, bytes }) => `${bytes} ${url}`).join('\n');
  console.log(`${what}: ${sum} bytes of gzip\n${parts}`);
  expect(fetched.length).toBeGreaterThan(0);
  expect(sum, parts).toBeLessThan(budget);
}
