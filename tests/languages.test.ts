import { describe, expect, it } from 'vitest';
import { builtPage } from './support/built-page.ts';
import { staysAsItIs } from './support/not-translated.ts';
import { english, locales, pagesOf, settings } from './support/site.ts';
import { wordsOf } from './support/words.ts';

const translated = locales.filter((locale) => locale !== english);
const pages = [...pagesOf(english), '404'];

describe.each(translated)('in $name', ({ name, prefix }) => {
  describe.each(pages)('/%s', (page) => {
    const own = prefix + page;

    it('contains no untranslated English', () => {
      const original = new Set(
        wordsOf(builtPage(page)).map(({ text }) => text),
      );
      expect(original.size).toBeGreaterThan(15);
      const left = wordsOf(builtPage(own))
        .filter(({ text }) => original.has(text) && !staysAsItIs(text, name))
        .map(({ text, place }) => `${place}: ${text}`);
      expect(left).toEqual([]);
    });

    it('has the ids of the English page, in the same order', () => {
      expect(idsOf(own)).toEqual(idsOf(page));
    });

    it('has the links of the English page', () => {
      expect(linksOf(own, prefix)).toEqual(linksOf(page, ''));
    });

    it('shows the same code except for comments', () => {
      expect(blocksOf(own)).toEqual(blocksOf(page));
      expect(spansOf(own)).toEqual(spansOf(page));
    });

    it('shows the same images', () => {
      const images = (path: string, root: string) =>
        builtPage(path)('img')
          .map((_, { attribs }) => withoutPrefix(attribs['src'] ?? '', root))
          .get();
      expect(images(own, prefix)).toEqual(images(page, ''));
    });
  });
});

describe.each(locales)('metadata in $name', (locale) => {
  it.each(pagesOf(locale))('/%s has one canonical URL', (path) => {
    const $ = builtPage(path);
    const content = (selector: string) =>
      $(selector)
        .map((_, element) => $(element).attr('content'))
        .get();
    expect(content('meta[property="og:title"]')).toEqual([
      $('head > title').text(),
    ]);
    expect(content('meta[property="og:description"]')).toEqual(
      content('meta[name=description]'),
    );
    // Facebook's format is `zh_Hans`.
    const own = locale.lang.replace('-', '_');
    expect(content('meta[property="og:locale"]')).toEqual([own]);
    expect(content('meta[name=robots]')).toEqual([]);
  });

  it('excludes the 404 page', () => {
    const $ = builtPage(`${locale.prefix}404`);
    expect($('html').attr('lang')).toBe(locale.lang);
    expect($('meta[name=robots]').attr('content')).toBe('noindex');
    expect($('link[rel=canonical], link[hreflang]')).toHaveLength(0);
    expect($('title').text()).toBe(`${$('h1').text()} | Realtime Analog`);
  });
});

/** `staysAsItIs` exempts texts from the test above. */
describe('a text that stays in English', () => {
  it.each([
    'WebSockets',
    ', Nitro',
    'src/app/tick.ts',
    '[id].get.ts',
    'api/',
    '30 s',
    '8,500/s (1.1 ×)',
    '5.4 KiB',
  ])('%s', (text) => expect(staysAsItIs(text, 'de')).toBe(true));

  it.each([
    'Guide',
    'Next',
    'Copy',
    'See WebSockets',
    'Use it.',
    'Connections',
    'a/b testing',
  ])('but not %s', (text) => expect(staysAsItIs(text, 'de')).toBe(false));
});

function idsOf(path: string): string[] {
  return builtPage(path)('[id]')
    .map((_, { attribs }) => attribs['id'])
    .get();
}

/**
 * Lists all links except those of the locale menu, to the source and about the translation; sorted, since the order of words
 * differs.
 */
function linksOf(path: string, prefix: string): string[] {
  return builtPage(path)(
    'a[href]:not([lang], .theme-edit-this-page, .translation-notice *)',
  )
    .map((_, { attribs }) => withoutPrefix(attribs['href'] ?? '', prefix))
    .get()
    .sort();
}

function withoutPrefix(href: string, prefix: string): string {
  const { baseUrl } = settings;
  return href.startsWith(baseUrl + prefix)
    ? baseUrl + href.slice(baseUrl.length + prefix.length)
    : href;
}

function blocksOf(path: string): string[] {
  const $ = builtPage(path);
  return $('pre code')
    .map((_, block) => {
      const copy = $(block).clone();
      copy.find('.token.comment').text('');
      copy.find('br').replaceWith('\n');
      return copy.text();
    })
    .get();
}

function spansOf(path: string): string[] {
  const $ = builtPage(path);
  return $('main :not(pre) > code')
    .map((_, span) => $(span).text())
    .get()
    .sort();
}
