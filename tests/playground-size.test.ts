import { rspack } from '@rspack/core';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { noteFetched } from '../scripts/browser/fetched.ts';
import { useBrowser } from './support/browser.ts';
import { builtFiles } from './support/built-page.ts';
import { address, english, locales } from './support/site.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();
const closedBudget = 3_000;
const openBudget = 45_000;
const editorBudget = 60_000;

// Nobody pays for playgrounds that they do not open, however many a page has.
it.each(locales)(
  'closed, in $name: at most 3 kB more of JavaScript on each page',
  async ({ name, prefix }) => {
    const scripts = builtFiles(
      /^(?:de\/|zh-Hans\/)?assets\/js\/.*\.js$/,
    ).filter(({ file }) => file.startsWith(`${prefix}assets/`));
    const pages = scripts.filter(({ text }) => callsIn(text).length > 0);
    expect(pages.length).toBeGreaterThan(5);
    // English stands in the component itself.
    const messages =
      name === english.name
        ? undefined
        : scripts.find(({ text }) => text.includes('"playground.open":"'));
    const words =
      messages === undefined
        ? 0
        : cost(
            messages.text,
            [
              ...messages.text.matchAll(
                /"playground\.[^"]+":"(?:[^"\\]|\\.)*",?/g,
              ),
            ].map(([part]) => part),
          );
    const component = await bundledSize('src/playground/face/closed.tsx');
    const sums = pages.map(({ file, text }) => {
      const calls = callsIn(text);
      const chunks = calls.flatMap((call) =>
        [...call.matchAll(/\.e\("(\w+)"\)/g)].map(([, id = '']) => id),
      );
      expect(chunks.length).toBeGreaterThanOrEqual(calls.length);
      const map = only(scripts, `${chunks[0] ?? ''}:"`, /runtime~main/);
      const entries = [
        ...map.matchAll(new RegExp(`\\b(?:${chunks.join('|')}):"\\w+",?`, 'g')),
      ].map(([part]) => part);
      const parts = {
        'the component': component,
        'their places in the page': cost(text, calls),
        'their words in the messages of the site': words,
        'their chunks in the map of chunks': cost(map, entries),
      };
      const sum = Object.values(parts).reduce((all, one) => all + one, 0);
      expect(sum, `${file}: ${JSON.stringify(parts)}`).toBeLessThan(
        closedBudget,
      );
      return { sum, playgrounds: calls.length, ...parts };
    });
    const [most] = sums.sort((a, b) => b.sum - a.sum);
    console.log(`closed, in ${name}: at most`, most);
    expect(
      Math.max(...sums.map(({ playgrounds }) => playgrounds)),
    ).toBeGreaterThan(3);
  },
);

it.each(['websockets', 'server-sent-events', 'api-routes'])(
  'open, /%s: at most 45 kB in all',
  async (path) => {
    const page = await browser.open();
    // The scripts of the page itself wait for a reader's touch.
    await visit(page, path);
    await page.waitForLoadState('networkidle');
    const loaded = recordLoads(page);
    // The last that is asked for before the server starts.
    const sandbox = page.waitForResponse(/sandbox\.\w+\.html$/);
    const closed = page.locator('.playground-closed button').first();
    await closed.evaluate((button) => {
      // A pointer on its way there would make the site fetch what links lead to.
      if (button instanceof HTMLElement) button.click();
    });
    await sandbox;
    const parts = await loaded();
    // A package is fetched when the server is ready, and has a budget of its own.
    const packages = new Set<string>();
    for (const { file, text } of builtFiles(/^assets\/js\/.*\.js$/)) {
      if (isPackage(text)) packages.add(file);
    }
    const own = Object.entries(parts).filter(
      ([file]) => !isPrefetched(file) && !packages.has(file),
    );
    const sum = own.reduce((all, [, size]) => all + size, 0);
    console.log(`open, ${path}: ${sum} bytes of gzip`, Object.fromEntries(own));
    expect(own.map(([file]) => file)).toContainEqual(
      expect.stringMatching(/^assets\/playground\/runtime\.\w+\.js$/),
    );
    expect(sum, JSON.stringify(own)).toBeLessThan(openBudget);
  },
);

it.each([
  [
    'own server',
    'Your own server',
    '.playground__place:not([hidden]) .playground__about',
  ],
  ['replay', 'Play chat', '.playground__replay'],
])(
  'the part for the %s: at most 6 kB, fetched when it is asked for',
  async (name, button, part) => {
    const page = await browser.open();
    await page.goto(address('websockets'), { waitUntil: 'networkidle' });
    await page.locator('.playground-closed button').first().click();
    await page.locator('.playground li[data-client=Bob]').first().waitFor();
    const loaded = recordLoads(page);
    const panel = page.locator('.playground').first();
    await panel.getByRole('button', { name: button }).evaluate((one) => {
      if (one instanceof HTMLElement) one.click();
    });
    await panel.locator(part).first().waitFor();
    const parts = Object.entries(await loaded()).filter(
      ([file]) => !isPrefetched(file) && file.startsWith('assets/js/'),
    );
    const sum = parts.reduce((all, [, size]) => all + size, 0);
    console.log(`${name}: ${sum} bytes of gzip`, Object.fromEntries(parts));
    expect(parts.length).toBeGreaterThan(0);
    expect(sum, JSON.stringify(parts)).toBeLessThan(6_000);
  },
);

it('the editor: at most 60 kB with its compiler, fetched on the first edit', async () => {
  const page = await browser.open();
  await visit(page, 'websockets');
  await page.locator('.playground-closed button').first().click();
  await page.locator('.playground li[data-client=Bob]').first().waitFor();
  const loaded = recordLoads(page);
  const panel = page.locator('.playground').first();
  const press = (name: string) =>
    panel.getByRole('button', { name }).evaluate((one) => {
      if (one instanceof HTMLElement) one.click();
    });
  await press('Edit the code');
  await press('Run the code');
  await panel.getByText('The server runs this code.').waitFor();
  const parts = Object.entries(await loaded()).filter(
    ([file]) => !isPrefetched(file) && file.startsWith('assets/js/'),
  );
  const sum = parts.reduce((all, [, size]) => all + size, 0);
  console.log(`editor: ${sum} bytes of gzip`, Object.fromEntries(parts));
  expect(parts.length).toBeGreaterThan(1);
  expect(sum, JSON.stringify(parts)).toBeLessThan(editorBudget);
});

it('a package that handlers import: at most 25 kB, fetched once the server is ready', async () => {
  const packages = builtFiles(/^assets\/js\/.*\.js$/).filter(({ text }) =>
    isPackage(text),
  );
  expect(packages.length).toBeGreaterThan(0);
  for (const { file, text } of packages) {
    expect(gzipped(text), file).toBeLessThan(25_000);
  }
  const page = await browser.open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await visit(page, 'api-routes');
  const isOne = (url: string) =>
    packages.some(({ file }) => url.endsWith(file));
  expect(asked.filter(isOne)).toEqual([]);
  const fetched = page.waitForRequest((request) => isOne(request.url()));
  await page.locator('.playground-closed button').first().click();
  await fetched;
  const sandbox = asked.findIndex((url) => /sandbox\.\w+\.html$/.test(url));
  expect(sandbox).toBeGreaterThan(0);
  expect(asked.findIndex(isOne)).toBeGreaterThan(sandbox);
});

/** Whether a chunk is what `bundlePackage` makes. */
function isPackage(text: string): boolean {
  return /\blater"?:\[\{"?path"?:"/.test(text);
}

/** The playgrounds in the script of a page: all that stands there for each. */
function callsIn(script: string): string[] {
  return [
    ...script.matchAll(/\(0,\w+\.jsx\)\(\w+,(?=\{of:"[^"]+",kind:")/g),
  ].map(({ 0: start, index }) => {
    let depth = 0;
    for (let at = index + start.length; at < script.length; at += 1) {
      if (script[at] === '{') depth += 1;
      if (script[at] === '}') depth -= 1;
      if (depth === 0) return script.slice(index, at + 2);
    }
    throw new Error('A playground that does not end.');
  });
}

/**
 * Notes what a page loads from now on.
 *
 * @returns gives the bytes of gzip by the path below the site's
 */
function recordLoads(page: Page): () => Promise<Record<string, number>> {
  const fetched = noteFetched(page);
  return async () =>
    Object.fromEntries(
      (await fetched()).map(({ url, bytes }) => [
        url.slice(address('').length),
        bytes,
      ]),
    );
}

/** Docusaurus names the chunks of pages and their parts by a hash; those of an `import()` by a number. */
function isPrefetched(file: string): boolean {
  return /^assets\/js\/(?!\d{1,4}\.)/.test(file);
}

function only(
  scripts: readonly { readonly file: string; readonly text: string }[],
  part: string,
  name = /./,
): string {
  const [found, ...more] = scripts.filter(
    ({ file, text }) => name.test(file) && text.includes(part),
  );
  if (!found || more.length > 0) {
    throw new Error(`${more.length} scripts too many, or none, with ${part}`);
  }
  return found.text;
}

/** What parts of a script add to it. */
function cost(script: string, parts: readonly string[]): number {
  const without = parts.reduce((text, part) => text.replace(part, ''), script);
  expect(without.length).toBeLessThan(script.length);
  return gzipped(script) - gzipped(without);
}

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

/** A component as the site bundles it, alone: all that it imports is there already, or is fetched later. */
async function bundledSize(file: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'closed-'));
  try {
    await new Promise<void>((resolve, reject) => {
      rspack(
        {
          mode: 'production',
          entry: `./${file}`,
          context: process.cwd(),
          target: ['web', 'es2022'],
          externals: [
            ({ request }, done) =>
              done(undefined, request !== `./${file}` && `var x`),
          ],
          output: {
            path: folder,
            filename: 'closed.js',
            library: { type: 'var', name: 'closed' },
          },
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
                type: 'javascript/auto',
              },
            ],
          },
        },
        (failure, stats) => {
          if (failure) reject(failure);
          else if (stats?.hasErrors()) reject(new Error(stats.toString()));
          else resolve();
        },
      );
    });
    return gzipped(readFileSync(join(folder, 'closed.js'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
