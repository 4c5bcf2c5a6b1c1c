import { load } from 'cheerio';
import { readdirSync } from 'node:fs';
import { inject } from 'vitest';
import { content } from '../../content.ts';
import { buildFolder } from '../../scripts/site/build-site.ts';
import { pageUrl } from '../../scripts/site/search-index.ts';
import { siteSettings } from '../../scripts/site/settings.ts';

/** A locale of the site and where it lives. */
export interface Locale {
  readonly name: string;
  /** Its path below the site's: empty for the default locale. */
  readonly prefix: string;
}

/** The language that the pages are written in. */
export const english: Locale = { name: content.defaultLocale, prefix: '' };

/** The locales in the order of the menu. */
export const locales: readonly Locale[] = Object.keys(content.languages).map(
  (name) => (name === english.name ? english : { name, prefix: `${name}/` }),
);

/** The settings with which the tested site was built. */
export const settings = siteSettings(process.env);

/** The address of a path below the site's: `de/websockets`. */
export function address(path: string): string {
  return inject('siteUrl') + path;
}

/** The address at which a path is published. */
export function published(path: string): string {
  return settings.url + settings.baseUrl + path;
}

/**
 * The paths of all pages of a locale, found in the build: `de/websockets`.
 *
 * @throws when there are none
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

/** A page as a reader without scripts gets it. */
export async function fetchPage(path: string) {
  const response = await fetch(address(path));
  const $ = load(await response.text());
  return { response, $ };
}
