import { load } from 'cheerio';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { builtPage } from './support/built-page.ts';
import { address, english, locales } from './support/site.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();
const servers = ['development', 'production'] as const;

interface Layout {
  readonly kind: string;
  readonly files: Readonly<Record<string, string>>;
  readonly served: Readonly<
    Record<
      string,
      Record<(typeof servers)[number], { urls: string[] }> & {
        readonly protocol: string;
      }
    >
  >;
  readonly development: Outcomes;
  readonly production: Outcomes;
}
type Outcomes = Readonly<Record<string, Record<string, { outcome: string }>>>;

const folder = 'examples/route-layouts/evidence';
/** Measured results, read independently of the page. */
const measured = new Map(
  readdirSync(folder)
    .map((file): [string, Layout] => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as Layout,
    ])
    .filter(([, { kind }]) => kind === 'layout'),
);

it.each(locales)(
  'in $name, every measured URL is shown without JavaScript',
  ({ prefix }) => {
    const $ = load(
      builtPage(`${prefix}files-and-urls`)('.url-finder noscript').text(),
    );
    const shown = $('details')
      .get()
      .map((layout) =>
        $(layout)
          .find('tbody')
          .get()
          .map((file) => ({
            path: $(file).find('th code').text(),
            urls: $(file)
              .find('tr')
              .get()
              .slice(1)
              .map((row) => [
                $(row).find('td code').first().text(),
                ...$(row)
                  .find('td')
                  .get()
                  .slice(1)
                  .map((cell) =>
                    $(cell).find('[data-outcome]').attr('data-outcome'),
                  ),
              ]),
          })),
      );
    const recorded = [...measured.values()].map((layout) =>
      Object.keys(layout.served).map((key) => {
        const development = layout.development[key] ?? {};
        const production = layout.production[key] ?? {};
        const urls = new Set([
          ...Object.keys(development),
          ...Object.keys(production),
        ]);
        return {
          path: layout.files[key],
          urls: [...urls].map((url) => [
            url,
            development[url]?.outcome,
            production[url]?.outcome,
          ]),
        };
      }),
    );
    expect(recorded.flat(2).length).toBeGreaterThan(100);
    expect(sorted(shown)).toEqual(sorted(recorded));
  },
);

it('shows no controls without scripts', async () => {
  const page = await browser.open({ javaScriptEnabled: false });
  await page.goto(address('files-and-urls'));
  expect(await page.locator('.url-finder select').first().isVisible()).toBe(
    false,
  );
  expect(await page.locator('.url-finder table').first().isVisible()).toBe(
    true,
  );
});

it('each choice shows the URLs that reach the file', async () => {
  const page = await open('files-and-urls');
  const recorded = [...measured].flatMap(([layout, { served }]) =>
    onePerProtocol(served).flatMap(([route, onServer]) =>
      servers.map((server) => ({
        ...{ layout, route, server },
        urls: [...onServer[server].urls].sort(),
      })),
    ),
  );
  expect(await answersTo(page, recorded)).toEqual(recorded);
});

it('the lists show a choice immediately when the URL contains it', async () => {
  const page = await open('files-and-urls');
  const list = page.getByLabel('Layout', { exact: true });
  // In one task, since waits of a test would miss it.
  const [chosen, shown, held] = await list.evaluate(
    (select: HTMLSelectElement) => {
      const last = select.options.item(select.options.length - 1)?.value;
      select.value = last ?? '';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      const { searchParams } = new URL(location.href);
      return [last, select.value, searchParams.get('layout')];
    },
  );
  expect(chosen).not.toBe('api-folder');
  expect([shown, held]).toEqual([chosen, chosen]);
});

it('a shared link shows its choice, scrolled into view', async () => {
  const { name, key } = nowhere();
  const page = await open(
    `files-and-urls?from=here&layout=${name}&route=${key}&server=production`,
  );
  const status = page.locator('.url-finder [role="status"]');
  await status.getByText('No URL leads to this file.').waitFor();
  await page.waitForFunction(() => window.scrollY > 0);
  expect(await page.getByLabel('Server', { exact: true }).inputValue()).toBe(
    'production',
  );
  expect(await page.getByLabel('Route file').inputValue()).toBe(key);
  expect(await page.getByLabel('Base URL').inputValue()).toBe(name);

  await page.getByLabel('Server', { exact: true }).selectOption('development');
  // Other parameters stay in the URL.
  await page.waitForURL(
    address(
      `files-and-urls?from=here&layout=${name}&route=${key}&server=development`,
    ),
  );
});

it('back and forward change the choice without scrolling', async () => {
  const page = await open('files-and-urls');
  const server = page.getByLabel('Server', { exact: true });
  await server.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  await server.selectOption('production');
  await page.waitForURL(/server=production/);
  await page
    .getByLabel('Layout', { exact: true })
    .selectOption('no-api-folder');
  await page.waitForURL(/layout=no-api-folder/);
  expect(await page.evaluate(() => window.scrollY)).toBe(before);

  await page.goBack();
  await page.waitForURL(/layout=api-folder/);
  await expectValues(page, 'api-folder', 'production');
  await page.goBack();
  await page.waitForURL(address('files-and-urls'));
  await expectValues(page, 'api-folder', 'development');
  await page.goForward();
  await page.goForward();
  await expectValues(page, 'no-api-folder', 'production');
});

it('the keyboard changes the choice, and the result is announced', async () => {
  const page = await open('files-and-urls');
  await page.getByLabel('Layout', { exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForURL(/layout=no-api-folder/);
  // The list keeps the focus.
  expect(
    await page.evaluate(() => document.activeElement?.getAttribute('name')),
  ).toBe('layout');
  const urls = measured.get('no-api-folder')?.served['websocket'];
  expect(await answering(page)).toEqual(urls?.development.urls);
});

it.each(locales)(
  'in $name, the finder and the table of layouts fit on a phone',
  async ({ prefix }) => {
    const { name, key } = nowhere();
    const page = await open(
      `${prefix}files-and-urls?layout=${name}&route=${key}`,
      { width: 390, height: 844 },
    );
    for (const part of ['.url-finder', 'table.layouts']) {
      const box = await page.locator(part).evaluate((own) => {
        const { left, right } = own.getBoundingClientRect();
        const inner = [...own.querySelectorAll('*')].map(
          (child) => child.getBoundingClientRect().right,
        );
        return { left, right, inner: Math.max(...inner) };
      });
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(Math.max(box.right, box.inner)).toBeLessThanOrEqual(390);
    }
  },
);

it.each(locales.filter((locale) => locale !== english))(
  'in $name, layouts and outcomes are translated',
  ({ prefix }) => {
    const own = sentencesOf(`${prefix}files-and-urls`);
    const original = sentencesOf('files-and-urls');
    expect(own.size).toBe(original.size);
    expect(own.size).toBeGreaterThan(10);
    expect([...own].filter((sentence) => original.has(sentence))).toEqual([]);
  },
);

function sentencesOf(path: string): Set<string> {
  const $ = builtPage(path);
  const tables = load($('.url-finder noscript').text());
  return new Set(
    [
      ...tables('[data-outcome]').get(),
      ...$('.url-finder select[name="layout"] option').get(),
    ].map((element) => $(element).text()),
  );
}

/** Selects one file per protocol; the tables without scripts contain every file. */
function onePerProtocol(served: Layout['served']) {
  const entries = Object.entries(served);
  return entries.filter(
    ([, { protocol }], index) =>
      entries.findIndex(([, other]) => other.protocol === protocol) === index,
  );
}

it.each([
  ['', 'Answers at /api/'],
  ['de/', 'Antwortet unter /api/'],
  // Chinese has a full-width colon without a space.
  ['zh/', '对应的 URL：/api/'],
])('in /%s, the result is "%s"', (prefix, words) => {
  const $ = builtPage(`${prefix}files-and-urls`);
  expect($('.url-finder [role=status]').text()).toContain(words);
});

/** Finds a layout with a base URL and a file that no URL reaches. */
function nowhere(): { name: string; key: string } {
  for (const [name, { served }] of measured) {
    if (!name.startsWith('base-url')) continue;
    const found = Object.entries(served).find(
      ([, { production }]) => production.urls.length === 0,
    );
    if (found) return { name, key: found[0] };
  }
  throw new Error('Every file with a base URL answers in production.');
}

async function open(path: string, viewport = { width: 1440, height: 900 }) {
  const page = await browser.borrow({ viewport });
  await visit(page, path);
  return page;
}

interface Choice {
  readonly layout: string;
  readonly route: string;
  readonly server: string;
}

/**
 * Makes each choice and reads the result, within the page, since there are hundreds. A layout with a base URL is chosen through
 * the one without it.
 */
function answersTo(page: Page, choices: readonly Choice[]) {
  return page.evaluate(
    async (all) => {
      const list = (name: string) => {
        const found = document.querySelector<HTMLSelectElement>(
          `.url-finder select[name="${name}"]`,
        );
        if (!found) throw new Error(`There is no list "${name}".`);
        return found;
      };
      const valuesOf = (name: string) =>
        [...list(name).options].map(({ value }) => value);
      const choose = async (name: string, value: string) => {
        if (list(name).value === value) return;
        list(name).value = value;
        list(name).dispatchEvent(new Event('change', { bubbles: true }));
        while (
          list(name).value !== value ||
          new URLSearchParams(location.search).get(
            name === 'base' ? 'layout' : name,
          ) !== value
        ) {
          await new Promise(requestAnimationFrame);
        }
      };

      const ways = new Map<string, string>();
      for (const layout of valuesOf('layout')) {
        await choose('layout', layout);
        for (const base of valuesOf('base')) ways.set(base, layout);
      }
      const answers: ((typeof all)[number] & { urls: string[] })[] = [];
      for (const { layout, route, server } of all) {
        const way = ways.get(layout);
        if (!way) throw new Error(`No layout "${layout}" to choose.`);
        await choose('layout', way);
        await choose('base', layout);
        await choose('route', route);
        await choose('server', server);
        const codes = document.querySelectorAll(
          '.url-finder [role="status"] p:last-child code',
        );
        const urls = [...codes].map(({ textContent }) => textContent).sort();
        answers.push({ layout, route, server, urls });
      }
      return answers;
    },
    [...choices],
  );
}

async function answering(page: Page): Promise<string[]> {
  const codes = await page
    .locator('.url-finder [role="status"] p:last-child code')
    .allTextContents();
  return codes.sort();
}

async function expectValues(page: Page, layout: string, server: string) {
  await page.waitForFunction(
    (expected) =>
      ['layout', 'server']
        .map(
          (name) =>
            document.querySelector<HTMLSelectElement>(
              `.url-finder select[name="${name}"]`,
            )?.value,
        )
        .join() === expected,
    `${layout},${server}`,
  );
}

function sorted(values: readonly unknown[]): string[] {
  return values.map((value) => JSON.stringify(value)).sort();
}
