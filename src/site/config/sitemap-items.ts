import type { Options } from '@docusaurus/plugin-sitemap';
import type { siteConfig } from '../../../site.config.ts';
import type { SiteSettings } from './settings.ts';

/** Creates sitemap entries with links to the translations of each page (hreflang). */
export function withTranslations(
  {
    locales,
    languages,
    defaultLocale,
  }: Pick<typeof siteConfig, 'locales' | 'languages' | 'defaultLocale'>,
  { url, baseUrl }: Pick<SiteSettings, 'url' | 'baseUrl'>,
): NonNullable<Options['createSitemapItems']> {
  const rootOf = (locale: string) =>
    url + baseUrl + (locale === defaultLocale ? '' : `${locale}/`);
  // The default language's root is a prefix of all others.
  const roots = locales.map(rootOf).sort((a, b) => b.length - a.length);
  return async ({ defaultCreateSitemapItems, ...site }) => {
    const items = await defaultCreateSitemapItems(site);
    return items.map((item) => {
      const root = roots.find((one) => item.url.startsWith(one)) ?? '';
      const page = item.url.slice(root.length);
      const links = [
        ...locales.map((locale) => ({
          lang: languages[locale]?.lang ?? locale,
          url: rootOf(locale) + page,
        })),
        { lang: 'x-default', url: rootOf(defaultLocale) + page },
      ];
      return { ...item, links };
    });
  };
}
