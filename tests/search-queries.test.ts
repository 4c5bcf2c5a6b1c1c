import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { transform } from 'sucrase';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Search } from '../src/site/theme/SearchBar/pagefind.ts';
import { useBrowser } from './support/browser.ts';
import { searchQueries } from './support/search-queries.ts';
import { address, locales, settings } from './support/site.ts';

const source = 'src/site/theme/SearchBar/';
/** Below the base URL, since the policy of the site allows only its own scripts. */
const modules = 'search-under-test/';
const start = `
  import { loadSearch } from './pagefind.ts';
  window.searchUnderTest = loadSearch('${settings.baseUrl}');
`;

const browser = useBrowser();

// Without the input and its delay, each query takes about 20 ms.
describe.each(locales)('the search in $name', ({ name, prefix }) => {
  let page: Page;
  let close: () => Promise<void>;
  beforeAll(async () => {
    page = await browser.open({}, (own) => (close = own));
    await page.route(`**/${modules}*.ts`, async (route) => {
      const file = new URL(route.request().url()).pathname.split('/').at(-1);
      await route.fulfill({
        contentType: 'text/javascript',
        body: withoutTypes(await readFile(`${source}${file}`, 'utf8')),
      });
    });
    await page.route(`**/${modules}start.js`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: start }),
    );
    await page.goto(address(`${prefix}introduction`));
    const url = settings.baseUrl + modules + 'start.js';
    await page.addScriptTag({ type: 'module', url });
  });
  afterAll(() => close());

  it.each(searchQueries[name] ?? [])(
    'finds "%s" first on %s',
    async (query, expected) => {
      const found = await page.evaluate(async (text) => {
        const search = await window.searchUnderTest;
        return (await search(text)).map(({ url }) => url);
      }, query);
      const paths = found.map((url) =>
        decodeURI(url).slice(settings.baseUrl.length + prefix.length),
      );
      const isExpected = (path: string) =>
        path === expected || path.startsWith(`${expected}#`);
      expect(
        paths.findIndex(isExpected),
        `position of ${expected} in ${paths.join(', ')}`,
      ).toBe(0);
    },
  );
});

it('has queries in every language', () => {
  for (const { name } of locales) {
    const least = name === 'en' ? 40 : 20;
    expect(searchQueries[name]?.length, name).toBeGreaterThanOrEqual(least);
  }
});

declare global {
  interface Window {
    searchUnderTest: Promise<Search>;
  }
}

function withoutTypes(code: string): string {
  return transform(code, {
    transforms: ['typescript'],
    disableESTransforms: true,
    preserveDynamicImport: true,
  }).code;
}
