import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import {
  address,
  fetchPage,
  locales,
  pagesOf,
  published,
} from './support/site.ts';

describe.each(locales)('the server in $name', (locale) => {
  it.each(['nowhere', 'websockets/', 'websockets/nowhere', '%ZZ'])(
    'answers 404 in that language to %s',
    async (path) => {
      const { response, $ } = await fetchPage(locale.prefix + path);
      expect(response.status).toBe(404);
      // A path that is no text belongs to no locale.
      expect($('html').attr('lang')).toBe(path === '%ZZ' ? 'en' : locale.name);
    },
  );

  it('lists every page in its sitemap, and no other', async () => {
    const response = await fetch(address(`${locale.prefix}sitemap.xml`));
    const $ = load(await response.text(), { xml: true });
    const listed = $('url > loc')
      .map((_, entry) => $(entry).text())
      .get();
    expect(listed.sort()).toEqual(pagesOf(locale).map(published).sort());
  });
});

it('each language has a 404 page of its own', async () => {
  const titles = await Promise.all(
    locales.map(async ({ prefix }) => {
      const { $ } = await fetchPage(`${prefix}404.html`);
      return $('h1').text();
    }),
  );
  expect(new Set(titles).size).toBe(locales.length);
});

it('a folder without its slash redirects', async () => {
  const response = await fetch(address('de'), { redirect: 'manual' });
  expect(response.status).toBe(301);
  expect(response.headers.get('location')).toMatch(/\/de\/$/);
});
