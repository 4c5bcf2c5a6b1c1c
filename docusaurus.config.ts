import type { Options, ThemeConfig } from '@docusaurus/preset-classic';
import type { Config } from '@docusaurus/types';
import { join, relative } from 'node:path';
import { siteConfig } from './site.config.ts';
import { escapeHtml } from './src/core/text.ts';
import { highlighting, rehypeHighlight } from './src/highlighting/index.ts';
import { pageTemplate } from './src/hydration/index.ts';
import { playgroundPlugin } from './src/playground/build/index.ts';
import {
  locale,
  isDefaultLocale,
  settings,
  text,
  translation,
} from './src/site/config/context.ts';
import {
  commonJsInsideModulePackage,
  siteTheme,
} from './src/site/config/bundler-plugins.ts';
import { markdownOutput, outputPlugins } from './src/site/config/outputs.ts';
import { freshPages } from './src/site/config/page-cache.ts';
import {
  dependencies,
  downloads,
  downloadsPlugin,
  pipelineOptions,
} from './src/site/config/page-options.ts';
import { remarkPipeline } from './src/site/config/remark-pipeline.ts';
import { withTranslations } from './src/site/config/sitemap-items.ts';
import { rehypeWideTables } from './src/site/config/wide-tables.ts';
import { pageDates } from './src/site/pages/page-dates.ts';
import { translationFeedbackPlugin } from './src/translation/dev/plugin.ts';
import {
  frontMatterTranslation,
  translationPlugin,
} from './src/translation/index.ts';
import { catalogueOf } from './src/translation/catalogue/catalogue-files.ts';

const { url, baseUrl, repositoryUrl } = settings;
const siteTitle = 'Realtime Analog';
const sidebars = './sidebars.ts';
const markdown = markdownOutput(siteTitle);

const preset: Options = {
  docs: {
    routeBasePath: '/',
    sidebarPath: sidebars,
    breadcrumbs: false,
    showLastUpdateTime: true,
    beforeDefaultRemarkPlugins: [
      dependencies.remark,
      ...remarkPipeline(pipelineOptions),
    ],
    remarkPlugins: [markdown.remark],
    rehypePlugins: [rehypeHighlight, rehypeWideTables],
    ...(repositoryUrl && {
      // A translated page is corrected in its catalogue.
      editUrl: ({ locale, docPath }: { locale: string; docPath: string }) =>
        locale === siteConfig.defaultLocale
          ? `${repositoryUrl}/edit/main/docs/${docPath}`
          : `${repositoryUrl}/edit/main/i18n/${locale}/docs/${docPath.replace(/\.mdx$/, '.po')}`,
    }),
  },
  blog: false,
  sitemap: {
    lastmod: 'date',
    // Search engines ignore both.
    changefreq: null,
    priority: null,
    createSitemapItems: withTranslations(siteConfig, { url, baseUrl }),
  },
  theme: {
    customCss: [
      './src/site/css/custom.css',
      './src/site/css/code.css',
      './src/site/css/landing.css',
      './src/site/css/translation.css',
      './src/site/css/print.css',
      './src/site/css/print-cheat-sheet.css',
      './src/evidence/frames.css',
      './src/evidence/known-bug.css',
      './src/site/measured/layouts.css',
      './src/site/measured/load.css',
    ],
  },
};

const themeConfig: ThemeConfig = {
  colorMode: { respectPrefersColorScheme: true },
  navbar: {
    title: siteTitle,
    // The size avoids a layout shift.
    logo: { alt: '', src: 'img/logo.svg', width: 32, height: 32 },
    items: [
      {
        type: 'docSidebar',
        sidebarId: 'guide',
        label: text('navbar.guide'),
        position: 'left',
      },
      { type: 'search', position: 'right' },
      { type: 'localeDropdown', position: 'right' },
      ...(repositoryUrl
        ? [{ href: repositoryUrl, label: 'GitHub', position: 'right' as const }]
        : []),
    ],
  },
  // Docusaurus inserts the copyright as HTML.
  footer: {
    links: [{ label: text('footer.translation'), to: '/translation-status' }],
    copyright: escapeHtml(text('footer.promise')),
  },
  // Code is highlighted at build time; its colours are in a style sheet.
  prism: { theme: { plain: {}, styles: [] } },
};

const config: Config = {
  title: siteTitle,
  tagline: text('site.tagline'),
  favicon: 'img/favicon.svg',
  url,
  baseUrl,
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {
    ...siteConfig.markdown,
    parseFrontMatter: frontMatterTranslation(translation),
    remarkRehypeOptions: { footnoteLabel: text('markdown.footnotes') },
    hooks: {
      onBrokenMarkdownLinks: 'throw',
      onBrokenMarkdownImages: 'throw',
    },
  },
  // The same in all languages, so that the colour mode persists and the policy needs one hash for the inline script.
  storage: { namespace: 'realtime-analog' },
  future: {
    v4: true,
    experimental_vcs: pageDates(siteConfig.root, (page) => {
      const catalogue = isDefaultLocale
        ? undefined
        : catalogueOf(siteConfig, locale, relative(siteConfig.root, page));
      return catalogue && join(siteConfig.root, catalogue);
    }),
  },
  ssrTemplate: pageTemplate(),
  // The banner would appear, because scripts load on the first interaction.
  baseUrlIssueBanner: false,
  i18n: {
    defaultLocale: siteConfig.defaultLocale,
    locales: [...siteConfig.locales],
    // Docusaurus would reload the whole site whenever a catalogue below its own folder changes.
    path: '.docusaurus/i18n',
    localeConfigs: Object.fromEntries(
      Object.entries(siteConfig.languages).map(([locale, { label, lang }]) => [
        locale,
        { label, htmlLang: lang ?? locale, translate: true },
      ]),
    ),
  },
  staticDirectories: ['static', downloads],
  plugins: [
    siteTheme,
    freshPages(siteConfig.root, settings),
    commonJsInsideModulePackage,
    highlighting,
    downloadsPlugin,
    translationPlugin(translation),
    dependencies.plugin,
    playgroundPlugin(siteConfig.root),
    markdown.plugin,
    ...outputPlugins(),
    translation.feedback !== undefined &&
      translationFeedbackPlugin(
        { ...translation, sidebars },
        translation.feedback,
      ),
  ],
  presets: [['classic', preset]],
  themeConfig,
};

export default config;
