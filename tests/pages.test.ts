import { describe, expect, it } from 'vitest';
import { builtPage } from './support/built-page.ts';
import {
  address,
  locales,
  pagesOf,
  published,
  settings,
  sourceOf,
} from './support/site.ts';

it.each(locales)('$name has every page', (locale) => {
  const own = pagesOf(locale).map((path) => path.slice(locale.prefix.length));
  expect(own).toContain('websockets');
  for (const other of locales) {
    const paths = pagesOf(other).map((path) => path.slice(other.prefix.length));
    expect(paths).toEqual(own);
  }
});

describe.each(locales)('a page in $name', (locale) => {
  describe.each(pagesOf(locale))('/%s', (path) => {
    const page = path.slice(locale.prefix.length);

    it('has canonical URL, language and translations', async () => {
      const response = await fetch(address(path), { method: 'HEAD' });
      expect(response.status).toBe(200);
      const $ = builtPage(path);
      expect($('html').attr('lang')).toBe(locale.lang);
      expect($('h1')).toHaveLength(1);
      expect($('h1').text().trim()).not.toBe('');
      expect($('title').text().trim()).not.toBe('');
      const description = $('meta[name=description]').attr('content') ?? '';
      // Chinese needs about a third of the characters.
      const least = locale.name === 'zh' ? 15 : 30;
      expect(description.length).toBeGreaterThan(least);

      expect($('link[rel=canonical]').attr('href')).toBe(published(path));
      const alternates = $('link[rel=alternate][hreflang]')
        .map((_, link) => `${$(link).attr('hreflang')} ${$(link).attr('href')}`)
        .get();
      expect(alternates.sort()).toEqual(
        [
          ...locales.map(
            ({ lang, prefix }) => `${lang} ${published(prefix + page)}`,
          ),
          `x-default ${published(page)}`,
        ].sort(),
      );
    });

    const { repositoryUrl } = settings;
    it.skipIf(repositoryUrl === undefined)('links its source', () => {
      const $ = builtPage(path);
      const source = sourceOf(page);
      const links = $('a[href*="/edit/"]')
        .map((_, link) => $(link).attr('href'))
        .get();
      const file =
        locale.prefix === ''
          ? `docs/${source}.mdx`
          : `i18n/${locale.name}/docs/${source}.po`;
      expect(links).toEqual([`${repositoryUrl}/edit/main/${file}`]);
    });
  });
});

it('shows code on the page about WebSockets', () => {
  expect(builtPage('websockets')('pre code').length).toBeGreaterThan(3);
});
