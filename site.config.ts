import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sidebars from './sidebars.ts';
import { feedMessages } from './src/change-feed/messages.ts';
import { defaultLabels } from './src/evidence/bind/labels.ts';
import { measuredLabels } from './src/site/measured/labels.ts';
import { layoutMessages } from './src/site/measured/layouts-messages.ts';
import { openEvidence } from './src/evidence/record/store.ts';
import { launchMessages } from './src/examples/stackblitz.ts';
import { playgroundMessages } from './src/playground/words.ts';
import { fillPlugins } from './src/site/config/fill-plugins.ts';
import { readmes } from './src/site/pages/readmes.ts';
import { readerMessages } from './src/translation/reader/words.ts';

const root = dirname(fileURLToPath(import.meta.url));
const examplesDir = join(root, 'examples');
/** Descriptions of the measured layouts, by the id of their translation. */
const layouts = layoutMessages(openEvidence(examplesDir), 'route-layouts');
/** Keys of fences that the evidence plugin fills, with the keys allowed next to each. */
const externalKeys = { frames: [], output: ['contains'] };
/** A language of the site. */
interface Language {
  /** Its name in the menu. */
  label: string;
  /** The tag of its pages, if it is longer than its name in URLs. */
  lang?: string;
  /** Set to false while messages may be missing. */
  complete?: boolean;
}

/** The languages in the order of the menu, by their names in folders and URLs. */
const languages: Readonly<Record<string, Language>> = {
  en: { label: 'English' },
  de: { label: 'Deutsch' },
  zh: { label: '简体中文', lang: 'zh-Hans' },
};

/**
 * Pages, languages and interface texts of the site, for the build, the check and the catalogues. Docusaurus refuses unknown
 * fields in its own configuration.
 */
export const siteConfig = {
  root,
  docsDir: 'docs',
  catalogueDir: 'i18n',
  configFile: 'site.config.ts',
  sourceDir: 'src',
  examplesDir,
  lockfile: join(root, 'package-lock.json'),
  defaultLocale: 'en',
  languages,
  locales: Object.keys(languages),
  completeLocales: Object.keys(languages).filter(
    (locale) => languages[locale]?.complete !== false,
  ),
  sidebars,
  externalKeys,
  /** As in Docusaurus 4: Markdown is parsed as it is written. */
  markdown: {
    mdx1Compat: { comments: false, admonitions: false, headingIds: false },
  },
  /** Plugins that fill code in before its comments are translated. */
  beforeTranslation: fillPlugins({ examplesDir, externalKeys }),
  /** Texts for contributors, whose style is checked. */
  texts: readmes(root),
  /** Style rules of the translations. */
  style: {
    de: () =>
      import('./src/translation/style/german.ts').then((german) => [
        german.germanProblem,
      ]),
    zh: () =>
      import('./src/translation/style/chinese.ts').then((chinese) => [
        chinese.chineseProblem,
      ]),
  },
  layouts,
  /** English interface texts, by the id of their translation. */
  interfaceMessages: {
    ...defaultLabels,
    ...measuredLabels,
    ...layouts,
    ...readerMessages,
    ...launchMessages,
    ...playgroundMessages,
    ...feedMessages,
    'site.tagline': 'WebSockets, server-sent events and API routes in Analog',
    'navbar.guide': 'Guide',
    'footer.translation': 'Translation status',
    'footer.promise':
      'Every snippet is taken from a tested app, and every claim from a recorded run.',
    'markdown.footnotes': 'Footnotes',
    'markdown.whole': 'All pages in one file',
    // Theme texts that this site rewords or translates.
    'theme.CodeBlock.wordWrapToggle': 'Toggle word wrap',
    'theme.IconExternalLink.ariaLabel': '(opens in new tab)',
    'theme.NavBar.navAriaLabel': 'Main',
    'theme.colorToggle.ariaLabel.mode.system': 'system mode',
    'theme.common.headingLinkTitle': 'Direct link to {heading}',
    'theme.docs.paginator.navAriaLabel': 'Docs pages',
    'theme.docs.sidebar.closeSidebarButtonAriaLabel': 'Close navigation bar',
    'theme.docs.sidebar.navAriaLabel': 'Docs sidebar',
    'theme.docs.sidebar.toggleSidebarButtonAriaLabel': 'Toggle navigation bar',
    'theme.lastUpdated.atDate': ' on {date}',
    'theme.lastUpdated.lastUpdatedAtBy': 'Last updated{atDate}{byUser}',
    'theme.navbar.mobileDropdown.collapseButton.collapseAriaLabel':
      'Collapse the dropdown',
    'theme.navbar.mobileDropdown.collapseButton.expandAriaLabel':
      'Expand the dropdown',
    'theme.NotFound.p1': 'We couldn’t find what you were looking for.',
    'theme.NotFound.p2':
      'Contact the owner of the site that linked you to the original URL, and let them know their link is broken.',
  },
} as const;
