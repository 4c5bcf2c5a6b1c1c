import { load } from 'cheerio';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildFolder } from '../scripts/site/build-site.ts';
import { useBrowser } from './support/browser.ts';
import { builtPage } from './support/built-page.ts';
import { address, locales, pagesOf, published } from './support/site.ts';
import { touch } from '../scripts/browser/page.ts';

const browser = useBrowser();
const block = 'script[type="application/ld+json"]';

interface Thing {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

function thingsOf(path: string): readonly Thing[] {
  const $ = builtPage(path);
  expect($(block)).toHaveLength(1);
  expect($('head').find(block)).toHaveLength(1);
  const data = JSON.parse($(block).text()) as { '@graph': readonly Thing[] };
  return data['@graph'];
}

describe.each(locales)('in $name', (locale) => {
  const root = published(locale.prefix);

  it.each(pagesOf(locale))('/%s has structured data', (path) => {
    const $ = builtPage(path);
    const [thing, way, ...others] = thingsOf(path);
    expect(others).toEqual([]);
    const url = published(path);
    expect(thing).toMatchObject({ url, inLanguage: locale.lang });
    if (url === root) {
      expect(thing?.['@type']).toBe('WebSite');
      return;
    }
    const title = $('head > title')
      .text()
      .replace(/ \| Realtime Analog$/, '');
    expect(thing).toMatchObject({
      '@type': 'TechArticle',
      headline: title,
      description: $('meta[name=description]').attr('content'),
    });
    expect(thing?.['dateModified']).toBe(
      $('.theme-last-updated time').attr('datetime'),
    );
    const page = path.slice(locale.prefix.length);
    expect(thing?.['translationOfWork']).toEqual(
      locale.prefix === ''
        ? undefined
        : { '@id': `${published(page)}#article` },
    );
    expect(way?.['itemListElement']).toEqual([
      {
        '@type': 'ListItem',
        position: 1,
        name: 'Realtime Analog',
        item: root,
      },
      { '@type': 'ListItem', position: 2, name: title, item: url },
    ]);
  });

  it('each page has its own social card', () => {
    const cards = pagesOf(locale).map((path) => {
      const $ = builtPage(path);
      const name = /(?:^|\/)$/.test(path) ? `${path}index` : path;
      const card = `${locale.prefix}cards/${name.slice(locale.prefix.length)}.png`;
      const urls = $('meta[property="og:image"], meta[name="twitter:image"]')
        .map((_, { attribs }) => attribs['content'])
        .get();
      expect(urls).toEqual([published(card), published(card)]);
      const png = readFileSync(join(buildFolder, card));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      return png.toString('base64');
    });
    expect(new Set(cards).size).toBe(cards.length);
  });

  it('the feed lists changes, with links to pages of the language', async () => {
    const file = `${locale.prefix}feed.xml`;
    for (const path of pagesOf(locale)) {
      const link = builtPage(path)('link[type="application/atom+xml"]');
      expect(link.attr('href')).toBe(new URL(published(file)).pathname);
    }
    const response = await fetch(address(file));
    expect(response.headers.get('content-type')).toMatch(/xml/);
    const $ = load(await response.text(), { xml: true });
    expect($('feed').attr('xml:lang')).toBe(locale.lang);
    expect($('feed > link[rel=self]').attr('href')).toBe(published(file));
    const entries = $('entry').get();
    const ids = entries.map((entry) => $(entry).find('id').text());
    expect(new Set(ids).size).toBe(ids.length);
    const dates = entries.map((entry) => $(entry).find('updated').text());
    expect(dates).toEqual(dates.toSorted().reverse());
    expect($('feed > updated').text()).toBe(dates[0] ?? '1970-01-01T00:00:00Z');
    const pages = new Set(pagesOf(locale).map(published));
    for (const entry of entries) {
      const content = load($(entry).find('content').text());
      const links = [
        $(entry).find('link').attr('href'),
        ...content('a')
          .map((_, { attribs }) => attribs['href'])
          .get(),
      ];
      for (const link of links) {
        const [url = '', id] = (link ?? '').split('#');
        expect([...pages]).toContain(url);
        if (id === undefined) continue;
        const page = url.slice(published('').length);
        const ids = builtPage(page)('[id]')
          .map((_, { attribs }) => attribs['id'])
          .get();
        expect(ids).toContain(decodeURIComponent(id));
      }
    }
  });

  it('the sitemap lists each page in every language', () => {
    const file = join(buildFolder, locale.prefix, 'sitemap.xml');
    const $ = load(readFileSync(file, 'utf8'), { xml: true });
    const entries = $('url').get();
    expect(entries).toHaveLength(pagesOf(locale).length);
    for (const entry of entries) {
      const page = $(entry).find('loc').text().slice(root.length);
      const links = $(entry)
        .find('xhtml\\:link')
        .map((_, { attribs }) => `${attribs['hreflang']} ${attribs['href']}`)
        .get();
      expect(links.sort()).toEqual(
        [
          ...locales.map(
            ({ lang, prefix }) => `${lang} ${published(prefix + page)}`,
          ),
          `x-default ${published(page)}`,
        ].sort(),
      );
    }
  });

  it("the 404 page isn't indexed", () => {
    expect(builtPage(`${locale.prefix}404`)(block)).toHaveLength(0);
  });

  it('hosts with a single 404 page show it in the language of the URL, with search', async () => {
    const page = await browser.borrow();
    // Like GitHub Pages.
    const path = `${locale.prefix}nowhere/at-all`;
    await page.route(address(path), (route) =>
      route.fulfill({ status: 404, path: join(buildFolder, '404.html') }),
    );
    const response = await page.goto(address(path));
    expect(response?.status()).toBe(404);
    const title = builtPage(`${locale.prefix}404`)('h1').text();
    await page.getByRole('heading', { name: title }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe(locale.lang);
    await touch(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      title,
    );
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    await dialog.locator('input').fill('WebSocket');
    const found = dialog.getByRole('listitem').locator('a').first();
    await found.waitFor();
    const href = (await found.getAttribute('href')) ?? '';
    const target = new URL(href, page.url());
    expect(target.href.startsWith(address(locale.prefix))).toBe(true);
  });
});
