import { load } from 'cheerio';
import { readdirSync } from 'node:fs';
import { inject } from 'vitest';
import { siteConfig } from '../../site.config.ts';
import { buildFolder } from '../../scripts/site/build-site.ts';
import { pageUrl } from '../../scripts/site/search-index.ts';
import { siteSettings } from '../../src/site/config/settings.ts';

/** A locale and its path. */
export interface Locale {
  readonly name: string;
  /** Language tag of its pages. */
  readonly lang: string;
  /** Path below the base URL; empty for the default locale. */
  readonly prefix: string;
}

/** The default locale. */
export const english: Locale = {
  name: siteConfig.defaultLocale,
  lang: siteConfig.defaultLocale,
  prefix: '',
};

/** Locales in menu order. */
export const locales: readonly Locale[] = Object.entries(
  siteConfig.languages,
).map(([name, { lang = name }]) =>
  name === english.name ? english : { name, lang, prefix: `${name}/` },
);

/** Settings of the tested build. */
export const settings = siteSettings(process.env);

/** Returns the URL of a path on the test server: `de/websockets`. */
export function address(path: string): string {
  return inject('siteUrl') + path;
}

/** Returns the published URL of a path. */
export function published(path: string): string {
  return settings.url + settings.baseUrl + path;
}

/**
 * Lists the paths of a locale's pages in the build: `de/websockets`.
 *
 * @throws if there are none
 */
export function pagesOf(locale: Locale): string[] {
  const others = locales.filter(({ prefix }) => prefix !== locale.prefix);
  const pages = readdirSync(buildFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) =>
      /^(?!.*\b(?:assets|stackblitz)\/).*(?<!404)\.html$/.test(file),
    )
    .map((file) => pageUrl(file).slice(1))
    .filter((path) => path.startsWith(locale.prefix))
    .filter(
      (path) =>
        !others.some(({ prefix }) => prefix !== '' && path.startsWith(prefix)),
    )
    .sort();
  if (pages.length === 0) throw new Error(`No page in ${locale.name}.`);
  return pages;
}

/** Fetches a page without running its scripts. */
export async function fetchPage(path: string) {
  const response = await fetch(address(path));
  const $ = load(await response.text());
  return { response, $ };
}
