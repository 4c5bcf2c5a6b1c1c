import type { Options, ThemeConfig } from '@docusaurus/preset-classic';
import type { AllContent, Config } from '@docusaurus/types';
import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { content } from './content.ts';
import { evidenceUses, guideUses } from './scripts/content/guide-uses.ts';
import { listExamples } from './scripts/examples/catalogue.ts';
import { lockedPackages } from './scripts/examples/locked-packages.ts';
import { cardFonts, cardStyle } from './scripts/site/card-style.ts';
import { commonJsInsideModulePackage } from './scripts/site/commonjs-plugin.ts';
import { withoutHighlighter } from './scripts/site/highlighter-plugin.ts';
import {
  componentMessages,
  componentsAsMarkdown,
} from './scripts/site/components-as-markdown.ts';
import { examplePageSources } from './scripts/site/example-page-sources.ts';
import { pageDates } from './scripts/site/page-dates.ts';
import { pageSources } from './scripts/site/page-sources.ts';
import { publishedPages } from './scripts/site/published-pages.ts';
import { withTranslations } from './scripts/site/sitemap-items.ts';
import { siteSettings } from './scripts/site/settings.ts';
import { rehypeWideTables } from './scripts/site/wide-tables.ts';
import { withOptions } from './scripts/site/with-options.ts';
import { changeFeed } from './src/change-feed/index.ts';
import { feedMessages } from './src/change-feed/words.ts';
import { remarkEvidence } from './src/evidence/index.ts';
import { defaultLabels } from './src/evidence/labels.ts';
import { openEvidence } from './src/evidence/store.ts';
import { readLockfile } from './src/evidence/version.ts';
import { exampleDownloads } from './src/examples/downloads.ts';
import { remarkExampleFiles } from './src/examples/file-tree.ts';
import { remarkExamples } from './src/examples/index.ts';
import { filePage } from './src/examples/shown.ts';
import { launchMessages } from './src/examples/words.ts';
import { rehypeHighlight } from './src/highlighting/index.ts';
import { pageTemplate } from './src/hydration/index.ts';
import { cardPath } from './src/social-cards/address.ts';
import { cardSize } from './src/social-cards/card.ts';
import { socialCards } from './src/social-cards/index.ts';
import { structuredData } from './src/structured-data/index.ts';
import { markdownTwins } from './src/markdown-twins/index.ts';
import { playgroundSources } from './src/playground/site/handler.ts';
import {
  playgroundPlugin,
  remarkPlayground,
} from './src/playground/site/index.ts';
import { playgroundMessages, playgroundWords } from './src/playground/words.ts';
import { remarkSnippets } from './src/snippets/index.ts';
import { wholeFile } from './src/snippets/whole-file.ts';
import { openFeedback } from './src/translation/dev/feedback.ts';
import { translationFeedbackPlugin } from './src/translation/dev/plugin.ts';
import {
  currentLocale,
  frontMatterTranslation,
  interfaceText,
  remarkTranslation,
  translationPlugin,
} from './src/translation/index.ts';
import { catalogueOf } from './src/translation/layout.ts';

const { url, baseUrl, repositoryUrl } = siteSettings(process.env);
const siteTitle = 'Realtime Analog';
const sidebars = './sidebars.ts';

const locale = currentLocale(content.locales, content.defaultLocale);
/** Only who translates sees it: on a development server, in a language of theirs. */
const feedback =
  process.env['NODE_ENV'] === 'development' && locale !== content.defaultLocale
    ? openFeedback()
    : undefined;
const translation = {
  root: content.root,
  docsDir: content.docsDir,
  catalogueDir: content.catalogueDir,
  defaultLocale: content.defaultLocale,
  locale,
  feedback,
  content,
};
const text = interfaceText(translation, content.interfaceMessages);
const labels = { ...textsOf(defaultLabels), ...textsOf(content.layouts) };

const sourceUrl = (file: string, from: number, to: number) =>
  repositoryUrl && `${repositoryUrl}/blob/main/${file}#L${from}-L${to}`;
const fileUrl = (path: string) =>
  repositoryUrl && `${repositoryUrl}/blob/main/examples/${path}`;

const examples = listExamples(content.root);
const lockfile = readLockfile(content.lockfile);
/** Served as it is: what a reader takes home. */
const downloads = join('.docusaurus', 'downloads', locale);
const feedText = interfaceText(translation, feedMessages);
/** What a reader of the feed calls what the examples run on. */
const feedPackages = {
  '@analogjs/platform': 'Analog',
  nitropack: 'Nitro',
  h3: 'h3',
  crossws: 'crossws',
  vite: 'Vite',
  '@angular/core': 'Angular',
};
const launchText = interfaceText(translation, launchMessages);

function textsOf<Id extends string>(messages: Readonly<Record<Id, string>>) {
  const ids = Object.keys(messages) as Id[];
  const textOf = interfaceText(translation, messages);
  return Object.fromEntries(ids.map((id) => [id, textOf(id)]));
}

const playground = {
  root: content.root,
  examplesDir: content.examplesDir,
  locale,
  words: () => playgroundWords(interfaceText(translation, playgroundMessages)),
};

const sections: Readonly<Record<string, string>> = {
  Examples: interfaceText(translation, { 'sidebar.examples': 'Examples' })(
    'sidebar.examples',
  ),
};

const localeUrl =
  locale === content.defaultLocale ? baseUrl : `${baseUrl}${locale}/`;
const describedPages = (loaded: AllContent) =>
  publishedPages(loaded).map(({ categories, ...page }) => ({
    ...page,
    categories: categories.map((label) => sections[label] ?? label),
    image: {
      ...cardSize,
      path: localeUrl + cardPath(page.permalink, localeUrl),
    },
    original:
      locale === content.defaultLocale
        ? undefined
        : baseUrl + page.permalink.slice(localeUrl.length),
  }));

const sectionedPages = (loaded: AllContent) =>
  describedPages(loaded).map((page) => ({
    ...page,
    section: page.categories[0] ?? text('navbar.guide'),
  }));

const twins = markdownTwins({
  root: content.root,
  docsDir: content.docsDir,
  components: componentsAsMarkdown(
    interfaceText(translation, componentMessages),
  ),
  struckThrough: ['wrong'],
  pages: sectionedPages,
  head: {
    title: siteTitle,
    summary: text('site.tagline'),
    whole: text('twins.whole'),
    siteUrl: url + baseUrl,
    languages: Object.entries(content.languages)
      .filter(([name]) => name !== locale)
      .map(([name, { label }]) => ({
        name: label,
        root: name === content.defaultLocale ? '' : `${name}/`,
      })),
  },
});

const preset: Options = {
  docs: {
    routeBasePath: '/',
    sidebarPath: sidebars,
    breadcrumbs: false,
    showLastUpdateTime: true,
    remarkPlugins: [twins.remark],
    beforeDefaultRemarkPlugins: [
      withOptions(remarkSnippets, {
        examplesDir: content.examplesDir,
        elsewhere: content.elsewhere,
        sourceUrl,
        filePage,
      }),
      withOptions(remarkExampleFiles, {
        examplesDir: content.examplesDir,
        show: (path: string) => wholeFile(content.examplesDir, path),
        fileUrl,
      }),
      withOptions(remarkTranslation, translation),
      withOptions(remarkExamples, {
        examplesDir: content.examplesDir,
        // The command is the same in every language.
        siteUrl: url + baseUrl,
        sizeOf: (archive: string) =>
          statSync(join(content.root, downloads, archive)).size,
        uses: () => guideUses(locale),
        versions: (name: string) =>
          examples
            .filter((example) => example.name === name)
            .flatMap((example) => lockedPackages(example, lockfile)),
        fileUrl,
      }),
      withOptions(remarkEvidence, {
        examplesDir: content.examplesDir,
        lockfile: content.lockfile,
        labels,
        locale,
      }),
      withOptions(remarkPlayground, playground),
    ],
    rehypePlugins: [rehypeHighlight, rehypeWideTables],
    ...(repositoryUrl
      ? {
          // A translated page is corrected in its catalogue.
          editUrl: ({ locale, docPath }) =>
            locale === content.defaultLocale
              ? `${repositoryUrl}/edit/main/docs/${docPath}`
              : `${repositoryUrl}/edit/main/i18n/${locale}/docs/${docPath.replace(/\.mdx$/, '.po')}`,
        }
      : {}),
  },
  blog: false,
  sitemap: {
    lastmod: 'date',
    // Search engines ask for neither any more.
    changefreq: null,
    priority: null,
    createSitemapItems: withTranslations(content, { url, baseUrl }),
  },
  theme: {
    customCss: [
      './src/css/custom.css',
      './src/css/code.css',
      './src/css/landing.css',
      './src/css/translation.css',
      './src/css/print.css',
      './src/evidence/frames.css',
      './src/evidence/known-bug.css',
      './src/evidence/layouts.css',
      './src/evidence/load.css',
      './src/playground/face/face.css',
    ],
  },
};

const themeConfig: ThemeConfig = {
  colorMode: { respectPrefersColorScheme: true },
  navbar: {
    title: siteTitle,
    // Its size, or the title beside it moves when it comes.
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
  footer: { copyright: text('footer.promise') },
  // Code is highlighted while the site is built, and its colours are in a style sheet.
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
    parseFrontMatter: frontMatterTranslation(translation),
    remarkRehypeOptions: { footnoteLabel: text('markdown.footnotes') },
    hooks: {
      onBrokenMarkdownLinks: 'throw',
      onBrokenMarkdownImages: 'throw',
    },
  },
  future: {
    v4: true,
    experimental_vcs: pageDates(content.root, (page) => {
      const catalogue =
        locale === content.defaultLocale
          ? undefined
          : catalogueOf(content, locale, relative(content.root, page));
      return catalogue && join(content.root, catalogue);
    }),
  },
  ssrTemplate: pageTemplate(),
  // It takes a page that waits for a touch for one that did not load.
  baseUrlIssueBanner: false,
  i18n: {
    defaultLocale: content.defaultLocale,
    locales: [...content.locales],
    // Docusaurus would reload the whole site whenever a catalogue below its own folder changes.
    path: '.docusaurus/i18n',
    localeConfigs: Object.fromEntries(
      Object.entries(content.languages).map(([locale, { label }]) => [
        locale,
        { label, htmlLang: locale, translate: true },
      ]),
    ),
  },
  staticDirectories: ['static', downloads],
  plugins: [
    commonJsInsideModulePackage,
    withoutHighlighter,
    exampleDownloads({
      examplesDir: content.examplesDir,
      examples,
      folder: join(content.root, downloads),
      words: (example) => ({
        language: locale,
        title: launchText('stackblitz.title').replace('{example}', example),
        button: launchText('stackblitz.button'),
        note: launchText('stackblitz.note'),
      }),
    }),
    translationPlugin(translation, (_page, source) => [
      ...pageSources(source, openEvidence(content.examplesDir).names).map(
        (path) => join(content.examplesDir, path),
      ),
      ...playgroundSources(source, content.examplesDir).map((path) =>
        join(content.examplesDir, path),
      ),
      ...examplePageSources(source, {
        ...content,
        locale,
        downloads: join(content.root, downloads),
      }),
    ]),
    playgroundPlugin(content.root),
    twins.plugin,
    structuredData({ language: locale, pages: describedPages }),
    socialCards({
      pages: sectionedPages,
      style: cardStyle,
      fonts: cardFonts,
      cache: join('node_modules', '.cache', 'social-cards'),
    }),
    changeFeed({
      root: content.root,
      docsDir: content.docsDir,
      examplesDir: 'examples',
      lockfile: 'package-lock.json',
      packages: feedPackages,
      language: locale,
      say: (id, values) =>
        feedText(id).replaceAll(
          /\{(\w+)\}/g,
          (_, name: string) => values[name] ?? '',
        ),
      pages: describedPages,
      stated: () => evidenceUses(locale),
    }),
    feedback !== undefined &&
      translationFeedbackPlugin({ ...translation, sidebars }, feedback),
  ],
  presets: [['classic', preset]],
  themeConfig,
};

export default config;
