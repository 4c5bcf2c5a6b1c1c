import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { siteConfig } from '../../../site.config.ts';
import { changeFeed } from '../../change-feed/index.ts';
import { feedMessages } from '../../change-feed/messages.ts';
import { fillTemplate } from '../../core/text.ts';
import { markdownAlternates } from '../../markdown/index.ts';
import type { CardStyle } from '../../social-cards/card.ts';
import { socialCards } from '../../social-cards/index.ts';
import { structuredData } from '../../structured-data/index.ts';
import { interfaceText } from '../../translation/index.ts';
import { evidenceUses } from '../pages/guide-uses.ts';
import {
  componentMessages,
  componentsAsMarkdown,
} from './components-as-markdown.ts';
import { languageTag, locale, settings, text, translation } from './context.ts';
import { describedPages, sectionedPages } from './site-pages.ts';

/** Packages whose versions the change feed reports, and their display names. */
const feedPackages = {
  '@analogjs/platform': 'Analog',
  nitropack: 'Nitro',
  h3: 'h3',
  crossws: 'crossws',
  vite: 'Vite',
  '@angular/core': 'Angular',
};

/** The dark colours of the site and its logo. */
const cardStyle: CardStyle = {
  background: '#0d2b30',
  title: '#ffffff',
  text: '#d3e6e8',
  quiet: '#8fb9be',
  accent: '#6fcdd5',
  mark: readFileSync('static/img/logo.svg', 'utf8').replaceAll(
    /<\/?svg[^>]*>/g,
    '',
  ),
};

/** A font with Latin and Han characters, for all languages. */
const cardFonts = {
  bold: fontFile(700),
  regular: fontFile(400),
};

function fontFile(weight: number): string {
  const require = createRequire(import.meta.url);
  const family = 'noto-sans-sc-chinese-simplified';
  return require.resolve(
    `@openfonts/noto-sans-sc_chinese-simplified/files/${family}-${weight}.woff`,
  );
}

/** Returns the plugins that write Markdown alternates of pages and llms.txt. */
export function markdownOutput(siteTitle: string) {
  return markdownAlternates({
    root: siteConfig.root,
    docsDir: siteConfig.docsDir,
    components: componentsAsMarkdown(
      interfaceText(translation, componentMessages),
    ),
    pages: sectionedPages,
    head: {
      title: siteTitle,
      summary: text('site.tagline'),
      allPages: text('markdown.whole'),
      siteUrl: settings.url + settings.baseUrl,
      languages: Object.entries(siteConfig.languages)
        .filter(([name]) => name !== locale)
        .map(([name, { label }]) => ({
          name: label,
          root: name === siteConfig.defaultLocale ? '' : `${name}/`,
        })),
    },
  });
}

/** Returns the plugins that write structured data, social cards and the change feed. */
export function outputPlugins() {
  const feedText = interfaceText(translation, feedMessages);
  return [
    structuredData({ language: languageTag, pages: describedPages }),
    socialCards({
      pages: sectionedPages,
      style: cardStyle,
      fonts: cardFonts,
      cache: join('node_modules', '.cache', 'social-cards'),
    }),
    changeFeed({
      root: siteConfig.root,
      docsDir: siteConfig.docsDir,
      examplesDir: 'examples',
      lockfile: 'package-lock.json',
      packages: feedPackages,
      language: languageTag,
      text: (id, values) => fillTemplate(feedText(id), values),
      pages: describedPages,
      uses: () => evidenceUses(locale),
    }),
  ];
}
