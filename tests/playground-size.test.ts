import { rspack } from '@rspack/core';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { builtFiles } from './support/built-page.ts';
import { address, english, locales } from './support/site.ts';

const browser = useBrowser();
const closedBudget = 3_000;
const openBudget = 45_000;

// Nobody pays for a playground that they do not open.
it.each(locales)(
  'closed, in $name: at most 3 kB more of JavaScript',
  async ({ name, prefix }) => {
    const scripts = builtFiles(
      /^(?:de\/|zh-Hans\/)?assets\/js\/.*\.js$/,
    ).filter(({ file }) => file.startsWith(`${prefix}assets/`));
    const page = only(scripts, 'kind:"websocket",runtime:');
    const call =
      /\(0,\w+\.jsx\)\(\w+,\{kind:"websocket",runtime:.*?load:.*?\}\)/s.exec(
        page,
      );
    const chunks = [...(call?.[0] ?? '').matchAll(/\.e\("(\w+)"\)/g)].map(
      ([, id = '']) => id,
    );
    expect(chunks.length).toBeGreaterThan(0);
    // English stands in the component itself.
    const messages =
      name === english.name ? undefined : only(scripts, '"playground.open":"');
    const map = only(scripts, `${chunks[0] ?? ''}:"`, /runtime~main/);
    const parts = {
      'the component': await bundledSize('src/playground/face/closed.tsx'),
      'its place in the page': cost(page, call?.[0] ?? ''),
      'its words in the messages of the site':
        messages === undefined
          ? 0
          : cost(messages, /"playground\.[^"]+":"(?:[^"\\]|\\.)*",?/g),
      'its chunks in the map of chunks': cost(
        map,
        new RegExp(`\\b(?:${chunks.join('|')}):"\\w+",?`, 'g'),
      ),
    };
    const sum = Object.values(parts).reduce((all, one) => all + one, 0);
    console.log(`closed: ${sum} bytes of gzip`, parts);
    expect(sum, JSON.stringify(parts)).toBeLessThan(closedBudget);
  },
);

it.each(['websockets', 'server-sent-events', 'api-routes'])(
  'open, /%s: at most 45 kB in all',
  async (path) => {
    const page = await browser.open();
    await page.goto(address(path), { waitUntil: 'networkidle' });
    const parts: Record<string, number> = {};
    let pending: Promise<void>[] = [];
    page.on('response', (response) => {
      const url = response.url();
      // The worker is made of a text that was counted when it came.
      if (url.startsWith('blob:')) return;
      pending.push(
        response.body().then((body) => {
          parts[url.slice(address('').length)] = gzipSync(body, {
            level: 9,
          }).length;
        }),
      );
    });
    // The last that is asked for.
    const sandbox = page.waitForResponse(/sandbox\.\w+\.html$/);
    await page.locator('.playground-closed button').evaluate((button) => {
      // A pointer on its way there would make the site fetch what links lead to.
      if (button instanceof HTMLElement) button.click();
    });
    await sandbox;
    while (pending.length > 0) {
      const now = pending;
      pending = [];
      await Promise.all(now);
    }
    const own = Object.entries(parts).filter(([file]) => !isPrefetched(file));
    const sum = own.reduce((all, [, size]) => all + size, 0);
    console.log(`open, ${path}: ${sum} bytes of gzip`, Object.fromEntries(own));
    expect(own.map(([file]) => file)).toContainEqual(
      expect.stringMatching(/^assets\/playground\/runtime\.\w+\.js$/),
    );
    expect(sum, JSON.stringify(own)).toBeLessThan(openBudget);
  },
);

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

/** What a part of a script adds to it. */
function cost(script: string, part: string | RegExp): number {
  const without = script.replaceAll(part, '');
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
