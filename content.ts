import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PluggableList } from 'unified';
import sidebars from './sidebars.ts';
import { feedMessages } from './src/change-feed/words.ts';
import { defaultLabels } from './src/evidence/labels.ts';
import { layoutMessages } from './src/evidence/layouts-messages.ts';
import { openEvidence } from './src/evidence/store.ts';
import { remarkExampleFiles } from './src/examples/file-tree.ts';
import { launchMessages } from './src/examples/words.ts';
import { playgroundMessages } from './src/playground/words.ts';
import { remarkSnippets } from './src/snippets/index.ts';
import { wholeFile } from './src/snippets/whole-file.ts';
import { readerMessages } from './src/translation/reader/words.ts';

const root = dirname(fileURLToPath(import.meta.url));
const examplesDir = join(root, 'examples');
/** What each measured layout is, by the id of its translation. */
const layouts = layoutMessages(openEvidence(examplesDir), 'route-layouts');
/** Keys of the fences that the evidence fills, not the snippets. */
const elsewhere = ['frames', 'output'];
const beforeTranslation: PluggableList = [
  [remarkSnippets, { examplesDir, elsewhere }],
  [
    remarkExampleFiles,
    { examplesDir, show: (path: string) => wholeFile(examplesDir, path) },
  ],
];

/** What the site says of a language. */
interface Language {
  /** Its own name, for the menu. */
  label: string;
  /** Set to false while messages may be missing. */
  complete?: boolean;
}

/** The languages in the order of the menu, by their tags. */
const languages: Readonly<Record<string, Language>> = {
  en: { label: 'English' },
  de: { label: 'Deutsch' },
  'zh-Hans': { label: '简体中文' },
};

/**
 * What the site is made of: one definition for the build, the check and the
 * catalogues. Docusaurus allows no such export in its own configuration.
 */
export const content = {
  root,
  docsDir: 'docs',
  catalogueDir: 'i18n',
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
  elsewhere,
  /** What fills code in before its comments are translated. */
  beforeTranslation,
  layouts,
  /** English texts that stand on no page, by the id of their translation. */
  interfaceMessages: {
    ...defaultLabels,
    ...layouts,
    ...readerMessages,
    ...launchMessages,
    ...playgroundMessages,
    ...feedMessages,
    'site.tagline': 'WebSockets, server-sent events and API routes in Analog',
    'navbar.guide': 'Guide',
    'footer.promise':
      'Every snippet is taken from a tested app, and every claim from a recorded run.',
    'markdown.footnotes': 'Footnotes',
    'twins.whole': 'All pages in one file',
    // What the theme says in English, or in other words than this guide.
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
    'theme.NotFound.p1': 'We could not find what you were looking for.',
    'theme.NotFound.p2':
      'Please contact the owner of the site that linked you to the original URL and let them know their link is broken.',
  },
} as const;
