import { load } from 'cheerio';
import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

const files = readdirSync(siteConfig.docsDir, {
  recursive: true,
  encoding: 'utf8',
}).filter((file) => file.endsWith('.mdx'));
const sources = new Map(
  await Promise.all(
    files.map(async (file): Promise<[string, string]> => {
      const filePath = join(siteConfig.docsDir, file);
      const fileContent = readFileSync(filePath, 'utf8');
      const parsed = await DEFAULT_PARSE_FRONT_MATTER({
        filePath,
        fileContent,
      });
      const { slug } = parsed.frontMatter;
      const id = file.slice(0, -'.mdx'.length);
      return [typeof slug === 'string' ? slug.slice(1) : id, id];
    }),
  ),
);

/**
 * Returns the path of a page's source below `docs`, without its extension: `guide/websockets`.
 *
 * @param page URL path without its locale: `websockets`
 * @throws if no source has that URL
 */
export function sourceOf(page: string): string {
  const source = sources.get(page);
  if (source === undefined) throw new Error(`No source for /${page}.`);
  return source;
}

/** Fetches a page without running its scripts. */
export async function fetchPage(path: string) {
  const response = await fetch(address(path));
  const $ = load(await response.text());
  return { response, $ };
}
