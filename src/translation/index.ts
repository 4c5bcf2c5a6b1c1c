import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { LoadContext, ParseFrontMatter, Plugin } from '@docusaurus/types';
import { createSlugger, parseMarkdownContentTitle } from '@docusaurus/utils';
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';

import {
  catalogueOf,
  interfaceCatalogueOf,
  type Layout,
  readCatalogue,
  releaseCatalogue,
} from './catalogue/catalogue-files.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import {
  categoryMessages,
  categoryPrefix,
  sidebarMessages,
  writeCategoryTexts,
  writeIfChanged,
} from './catalogue/category-labels.ts';
import { interfaceEnglish } from './catalogue/interface-messages.ts';
import {
  englishById,
  interfaceTexts,
  type TextsById,
} from './catalogue/interface-text.ts';
import type { Content } from './content.ts';
import type { Feedback } from './dev/feedback.ts';
import { translateFrontMatter } from './page/front-matter.ts';
import { setHeadingIds } from './page/headings.ts';
import { formatOf } from './page/markdown-syntax.ts';
import { shownText } from './page/shown-text.ts';
import { pageDependencies } from './page/page-dependencies.ts';
import { formatProblem, type Problem } from './problem.ts';
import {
  catalogueShare,
  isPartial,
  isShown,
  titleGap,
} from './reader/page-state.ts';
import type { PageTranslation } from './reader/page-translation.ts';
import { insertStatus } from './reader/status-page.ts';
import { markOriginals, translatePage } from './reader/translate-page.ts';
import {
  marksOf,
  readerMessages,
  type ReaderWords,
  readerWords,
} from './reader/words.ts';
import { characterRules, type ExtraScripts } from './style/character-rules.ts';

/** Options of the translation. */
export interface TranslationOptions extends Layout {
  /** Absolute path of the site. */
  root: string;
  /** The language that is being built. */
  locale: string;
  /** Language of the sources. */
  defaultLocale: string;
  /** Scripts by language, in addition to its own and those of the default language. */
  scripts?: ExtraScripts;
  /** Only in development: receives feedback for translators. */
  feedback?: Feedback | undefined;
  /** Definition of the site, for the page with the translation status. */
  content?: Content;
}

/**
 * Returns the language that Docusaurus is building.
 *
 * @param defaultLocale used without `--locale`, when Docusaurus passes `"undefined"`
 */
export function currentLocale(
  locales: readonly string[],
  defaultLocale: string,
): string {
  const name = process.env['DOCUSAURUS_CURRENT_LOCALE'];
  return name !== undefined && locales.includes(name) ? name : defaultLocale;
}

/** Warnings already printed for a catalogue, since a page is compiled twice: for browsers and for the server. */
const warned = new WeakMap<Catalogue, Set<string>>();

function warn(catalogue: Catalogue, problems: readonly Problem[]): void {
  const printed = warned.get(catalogue) ?? new Set();
  warned.set(catalogue, printed);
  for (const line of [...catalogue.problems, ...problems].map(formatProblem)) {
    if (!printed.has(line)) console.warn(`[translation] ${line}`);
    printed.add(line);
  }
}

/**
 * Remark plugin that translates pages. Belongs in `beforeDefaultRemarkPlugins`, after plugins that fill fences and before those
 * that insert recorded values. In the default language, it sets heading ids and marks messages.
 */
export function remarkTranslation(
  this: Processor,
  options: TranslationOptions,
) {
  const { root, locale, defaultLocale, feedback, content } = options;
  const isDefault = locale === defaultLocale;
  const words = wordsOf(options);
  const marks = marksOf(words);

  function translate(tree: Root, file: VFile): void {
    const path = isDefault
      ? undefined
      : catalogueOf(options, locale, relative(root, file.path));
    const catalogue =
      path === undefined ? undefined : readCatalogue(root, path);
    if (catalogue === undefined || !shows(options, file.path, catalogue)) {
      // Later plugins insert values in the page's language.
      file.data['asWritten'] = true;
      markOriginals(tree, String(file));
      return;
    }
    const { problems, translation } = translatePage(tree, String(file), {
      catalogue,
      sourceLanguage: defaultLocale,
      characters: characterRules(options),
      marks,
      onTranslated: feedback && ((run) => feedback.mark(run, catalogue)),
    });
    warn(catalogue, problems);
    feedback?.report(file.path, 'text', [...catalogue.problems, ...problems]);
    // Docusaurus passes the front matter to the layout after this.
    const { frontMatter } = file.data;
    if (isRecord(frontMatter) && isRecord(frontMatter['translation']))
      Object.assign(frontMatter['translation'], translation);
    // Development servers keep catalogues and their warnings.
    if (feedback === undefined) releaseCatalogue(root, catalogue.file);
  }

  return async (tree: Root, file: VFile): Promise<void> => {
    const { frontMatter } = file.data;
    const format = formatOf(
      file.path,
      isRecord(frontMatter) ? frontMatter : {},
      content?.markdown ?? {},
    );
    if (format === 'md') tree.data = { ...tree.data, format };
    setHeadingIds(tree, createSlugger());
    translate(tree, file);
    if (content !== undefined)
      await insertStatus(tree, file.path, { root, content, locale, words });
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Shows the page in its language: always in development, otherwise if enough is translated. */
function shows(
  { root, docsDir, feedback }: TranslationOptions,
  path: string,
  catalogue: Catalogue,
): boolean {
  return (
    feedback !== undefined ||
    isShown(relative(join(root, docsDir), path), catalogue)
  );
}

/**
 * Function for `markdown.parseFrontMatter`, from which Docusaurus takes titles and descriptions: translates front matter and adds
 * the page's progress for the layout as `translation`.
 */
export function frontMatterTranslation(
  options: TranslationOptions,
): ParseFrontMatter {
  const { root, docsDir, locale, defaultLocale, feedback } = options;
  const marks = marksOf(wordsOf(options));
  return async (params) => {
    const parsed = await params.defaultParseFrontMatter(params);
    if (locale === defaultLocale) return parsed;
    const { filePath } = params;
    const path = catalogueOf(options, locale, relative(root, filePath));
    if (path === undefined) return parsed;
    const catalogue = readCatalogue(root, path);
    const english = parsed.frontMatter;
    const translation: PageTranslation = {
      shown: shows(options, filePath, catalogue),
      share: catalogueShare(catalogue),
      drafts: 'none',
    };
    if (!translation.shown)
      return { ...parsed, frontMatter: { ...english, translation } };
    const { frontMatter, problems } = translateFrontMatter(
      english,
      catalogue,
      characterRules(options),
    );
    warn(catalogue, problems);
    feedback?.report(filePath, 'front matter', problems);
    // Partials have no layout.
    if (isPartial(relative(join(root, docsDir), filePath)))
      return { ...parsed, frontMatter };
    frontMatter['title'] ??= headingTitle(options, parsed.content, catalogue);
    Object.assign(
      translation,
      titleGap(english, frontMatter, catalogue, marks),
    );
    return { ...parsed, frontMatter: { ...frontMatter, translation } };
  };
}

/** Translates a title that is the first heading of its page; otherwise, Docusaurus would use the English one. */
function headingTitle(
  options: TranslationOptions,
  content: string,
  catalogue: Catalogue,
): string | undefined {
  const titleOf = (text: string) =>
    parseMarkdownContentTitle(text).contentTitle;
  const [, heading] = /^#[\t ]+(.+?)[\t #]*$/m.exec(content) ?? [];
  return heading === undefined || titleOf(content) === undefined
    ? undefined
    : titleOf(
        `# ${shownText(catalogue, { id: heading }, characterRules(options))}`,
      );
}

/** Returns this package's texts in the language that is being built. */
function wordsOf(options: TranslationOptions): ReaderWords {
  const { locale, defaultLocale } = options;
  const texts =
    locale === defaultLocale ? {} : interfaceOf(options, readerMessages);
  return readerWords(texts, locale, defaultLocale);
}

function interfaceOf(
  options: TranslationOptions,
  english: TextsById,
): TextsById {
  const catalogue = readCatalogue(
    options.root,
    interfaceCatalogueOf(options, options.locale),
  );
  const { texts, problems } = interfaceTexts(
    catalogue,
    english,
    characterRules(options),
  );
  warn(catalogue, problems);
  return texts;
}

/**
 * Returns the texts of components and of the theme, which scripts look up in browsers. Other texts of the configuration are
 * already in the pages.
 */
async function textsForReaders(
  options: TranslationOptions,
): Promise<Record<string, string>> {
  const configured = options.content?.interfaceMessages ?? {};
  const english = await interfaceEnglish(options);
  return Object.fromEntries(
    Object.entries(interfaceOf(options, english)).filter(
      ([id]) =>
        id.startsWith('theme.') ||
        !(id in configured || id.startsWith(categoryPrefix)),
    ),
  );
}

/**
 * Looks up texts of the configuration, such as labels of the navbar.
 *
 * @param messages English texts by id, the `interfaceMessages` of the site
 * @returns a function from an id to its translation, or to the English text
 */
export function interfaceText<Id extends string>(
  options: TranslationOptions,
  messages: Readonly<Record<Id, string>>,
): (id: Id) => string {
  const { locale, defaultLocale } = options;
  if (locale === defaultLocale) return (id) => messages[id];
  const texts = interfaceOf(options, messages);
  return (id) => texts[id] ?? messages[id];
}

/**
 * Docusaurus plugin that provides interface translations, and declares the dependencies of pages, which development servers watch
 * and disk caches compare.
 */
export function translationPlugin(
  options: TranslationOptions,
): (context: LoadContext) => Promise<Plugin> {
  const { root, locale, defaultLocale, content } = options;
  const docs = join(root, options.docsDir);
  const loader = fileURLToPath(
    new URL('../core/dependency-loader.cjs', import.meta.url),
  );
  return async ({ generatedFilesDir, localizationDir }) => {
    if (locale !== defaultLocale)
      writeCategoryTexts(
        localizationDir,
        interfaceOf(
          options,
          englishById([
            ...sidebarMessages(content?.sidebars),
            ...(await categoryMessages(root, options.docsDir)),
          ]),
        ),
        Object.keys(content?.sidebars ?? { defaultSidebar: [] }),
      );
    const interfaceTexts =
      locale === defaultLocale
        ? undefined
        : writeIfChanged(
            join(generatedFilesDir, `interface-texts-${locale}.json`),
            JSON.stringify(
              interfaceOf(options, content?.interfaceMessages ?? {}),
            ),
          );
    const dependenciesOf = pageDependencies(options, interfaceTexts);
    const load = (
      path: string,
      add: (path: string) => void,
      source: string,
    ): void => dependenciesOf(path, source).forEach(add);
    const rule = {
      test: /\.mdx?$/,
      include: docs,
      enforce: 'pre' as const,
      use: [{ loader, options: { load } }],
    };
    return {
      name: 'translation',
      getDefaultCodeTranslationMessages() {
        return locale === defaultLocale
          ? Promise.resolve({})
          : textsForReaders(options);
      },
      configureWebpack: () => ({ module: { rules: [rule] } }),
    };
  };
}
