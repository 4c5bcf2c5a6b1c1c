import { load } from 'cheerio';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import {
  address,
  fetchPage,
  locales,
  pagesOf,
  published,
} from './support/site.ts';

describe.each(locales)('the server in $name', (locale) => {
  it.each([
    'nowhere',
    'websockets/',
    'websockets/nowhere',
    // Each of the rest is a path that no file can have.
    '%ZZ',
    '%E0%A4%A',
    '%00',
    '/',
    'a'.repeat(300),
  ])('answers 404 in that language to %s', async (path) => {
    const { response, $ } = await fetchPage(locale.prefix + path);
    expect(response.status).toBe(404);
    expect($('html').attr('lang')).toBe(locale.name);
  });

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

it.each(['/de', '..%2Fbuild', 'de%2F..%2F..%2Fbuild'])(
  'no redirect leads out of the site: %s',
  async (path) => {
    const response = await fetch(address(path), { redirect: 'manual' });
    expect(response.status).toBe(404);
  },
);

it.each(['//', '*', 'http://', '//['])(
  'answers 404 to the raw target %s',
  async (target) => {
    const [response] = (await once(
      get(address(''), { path: target, agent: false }),
      'response',
    )) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(404);
  },
);

it('a range that ends before it begins gets the whole page', async () => {
  const { response } = await fetchPage('websockets');
  const ranged = await fetch(address('websockets'), {
    headers: { range: 'bytes=5-2' },
  });
  expect(ranged.status).toBe(200);
  const length = response.headers.get('content-length');
  expect(ranged.headers.get('content-length')).toBe(length);
});
