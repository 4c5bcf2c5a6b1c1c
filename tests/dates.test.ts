import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { buildFolder } from '../scripts/site/build-site.ts';
import { hasFullHistory } from '../src/site/pages/page-dates.ts';
import { builtPage } from './support/built-page.ts';
import { locales, pagesOf, published, sourceOf } from './support/site.ts';

/** Text around the date in each language. */
const sentences: Readonly<Record<string, string>> = {
  en: 'Last updated on ',
  de: 'Zuletzt geändert am ',
  zh: '更新日期：',
};

describe.each(locales)('in $name', (locale) => {
  const { name, prefix } = locale;
  it.each(pagesOf(locale))('/%s shows its date', (path) => {
    const page = sourceOf(path.slice(prefix.length));
    const changed = lastChange([
      `docs/${page}.mdx`,
      ...(prefix === '' ? [] : [`i18n/${name}/docs/${page}.po`]),
    ]);
    const $ = builtPage(path);
    const shown = $('.theme-last-updated');
    // Formatted in the language of the page; absent if git has no date.
    const date = shown.find('time');
    expect(date.attr('datetime')).toBe(changed?.toISOString());
    expect(date.text()).toBe(
      changed === undefined ? '' : inWords(name, changed),
    );
    const words = shown.text().replace(date.text(), '').replaceAll(/\s+/g, ' ');
    expect(words).toBe(changed === undefined ? '' : sentences[name]);
    expect(sitemapDate(prefix, path)).toBe(changed?.toISOString().slice(0, 10));
  });
});

function lastChange(files: readonly string[]): Date | undefined {
  if (!hasFullHistory('.')) return undefined;
  const log = ['log', '-1', '--format=%ct', '--', ...files];
  const seconds = execFileSync('git', log, { encoding: 'utf8' });
  return seconds === '' ? undefined : new Date(Number(seconds) * 1000);
}

function inWords(language: string, date: Date): string {
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}

function sitemapDate(prefix: string, path: string): string | undefined {
  const file = join(buildFolder, prefix, 'sitemap.xml');
  const $ = load(readFileSync(file, 'utf8'), { xml: true });
  const entry = $('url').filter(
    (_, one) => $(one).children('loc').text() === published(path),
  );
  expect(entry).toHaveLength(1);
  return entry.children('lastmod').text() || undefined;
}
