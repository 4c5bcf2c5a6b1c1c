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
    // Paths that no file can have.
    '%ZZ',
    '%E0%A4%A',
    '%00',
    '/',
    'a'.repeat(300),
  ])('responds to %s with 404 in that language', async (path) => {
    const { response, $ } = await fetchPage(locale.prefix + path);
    expect(response.status).toBe(404);
    expect($('html').attr('lang')).toBe(locale.lang);
  });

  it('lists exactly its pages in its sitemap', async () => {
    const response = await fetch(address(`${locale.prefix}sitemap.xml`));
    const $ = load(await response.text(), { xml: true });
    const listed = $('url > loc')
      .map((_, entry) => $(entry).text())
      .get();
    expect(listed.sort()).toEqual(pagesOf(locale).map(published).sort());
  });
});

it('each language has its own 404 page', async () => {
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
  'no redirect leads to another site: %s',
  async (path) => {
    const response = await fetch(address(path), { redirect: 'manual' });
    expect(response.status).toBe(404);
  },
);

it.each(['//', '*', 'http://', '//['])(
  'responds to the raw target %s with 404',
  async (target) => {
    const [response] = (await once(
      get(address(''), { path: target, agent: false }),
      'response',
    )) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(404);
  },
);

it('responds to an invalid range with the whole page', async () => {
  const { response } = await fetchPage('websockets');
  const ranged = await fetch(address('websockets'), {
    headers: { range: 'bytes=5-2' },
  });
  expect(ranged.status).toBe(200);
  const length = response.headers.get('content-length');
  expect(ranged.headers.get('content-length')).toBe(length);
});
