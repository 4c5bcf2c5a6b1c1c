import type { Config } from '@docusaurus/types';
import type { Options, ThemeConfig } from '@docusaurus/preset-classic';
import { siteSettings } from './scripts/site/settings.ts';
import { darkCode, lightCode } from './src/theme/prism-themes.ts';

const { url, baseUrl, repositoryUrl } = siteSettings(process.env);

const preset: Options = {
  docs: {
    routeBasePath: '/',
    sidebarPath: './sidebars.ts',
    breadcrumbs: false,
    ...(repositoryUrl
      ? {
          // A translated page is corrected in its catalogue.
          editUrl: ({ locale, docPath }) =>
            locale === 'en'
              ? `${repositoryUrl}/edit/main/docs/${docPath}`
              : `${repositoryUrl}/edit/main/i18n/${locale}/docs/${docPath.replace(/\.mdx$/, '.po')}`,
        }
      : {}),
  },
  blog: false,
  theme: { customCss: ['./src/css/custom.css'] },
};

const themeConfig: ThemeConfig = {
  colorMode: { respectPrefersColorScheme: true },
  navbar: {
    title: 'Realtime Analog',
    items: [
      {
        type: 'docSidebar',
        sidebarId: 'guide',
        label: 'Guide',
        position: 'left',
      },
      { type: 'search', position: 'right' },
      { type: 'localeDropdown', position: 'right' },
      ...(repositoryUrl
        ? [
            {
              href: repositoryUrl,
              label: 'GitHub',
              position: 'right' as const,
            },
          ]
        : []),
    ],
  },
  footer: {
    copyright:
      'Every snippet is taken from a tested app, and every claim from a recorded run.',
  },
  prism: {
    theme: lightCode,
    darkTheme: darkCode,
    additionalLanguages: ['bash', 'json', 'http'],
  },
};

const config: Config = {
  title: 'Realtime Analog',
  tagline: 'WebSockets, server-sent events and API routes in Analog',
  favicon: 'img/favicon.svg',
  url,
  baseUrl,
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {
    hooks: {
      onBrokenMarkdownLinks: 'throw',
      onBrokenMarkdownImages: 'throw',
    },
  },
  future: { v4: true },
  i18n: {
    defaultLocale: 'en',
    locales: ['en', 'de', 'zh-Hans'],
    localeConfigs: {
      en: { label: 'English', htmlLang: 'en' },
      de: { label: 'Deutsch', htmlLang: 'de' },
      'zh-Hans': { label: '简体中文', htmlLang: 'zh-Hans' },
    },
  },
  plugins: [
    () => ({
      name: 'commonjs-inside-a-module-package',
      configureWebpack: (_config, isServer) => ({
        module: {
          rules: [
            // What Docusaurus generates is CommonJS, and this package is ESM.
            { test: /\.docusaurus[\\/].*\.js$/, type: 'javascript/auto' },
          ],
        },
        ...(isServer
          ? {
              output: {
                // Node loads a chunk while pages are rendered; as .js it would be read as ESM.
                chunkFilename: 'assets/js/[name].[contenthash:8].cjs',
              },
            }
          : {}),
      }),
    }),
  ],
  presets: [['classic', preset]],
  themeConfig,
};

export default config;
