import type { Options } from '@docusaurus/plugin-sitemap';

/** The languages of the site. */
export interface SitemapLanguages {
  readonly locales: readonly string[];
  readonly defaultLocale: string;
}

/** Where the site is. */
export interface SitemapPlace {
  /** Its origin, without a slash at its end. */
  readonly url: string;
  /** Its path, with a slash at both ends. */
  readonly baseUrl: string;
}

/**
 * Names in the sitemap of each language the same pages in the others.
 *
 * @param languages of the site
 * @param place where it is
 * @returns what makes the entries, for the plugin of the sitemap
 */
export function withTranslations(
  { locales, defaultLocale }: SitemapLanguages,
  { url, baseUrl }: SitemapPlace,
): NonNullable<Options['createSitemapItems']> {
  const rootOf = (locale: string) =>
    url + baseUrl + (locale === defaultLocale ? '' : `${locale}/`);
  // The root of the first language begins those of the others.
  const roots = locales.map(rootOf).sort((a, b) => b.length - a.length);
  return async ({ defaultCreateSitemapItems, ...site }) => {
    const items = await defaultCreateSitemapItems(site);
    return items.map((item) => {
      const root = roots.find((one) => item.url.startsWith(one)) ?? '';
      const page = item.url.slice(root.length);
      const links = [
        ...locales.map((lang) => ({ lang, url: rootOf(lang) + page })),
        { lang: 'x-default', url: rootOf(defaultLocale) + page },
      ];
      return { ...item, links };
    });
  };
}
