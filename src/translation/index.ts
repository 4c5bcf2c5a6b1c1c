import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { LoadContext, ParseFrontMatter, Plugin } from '@docusaurus/types';
import { createSlugger } from '@docusaurus/utils';
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';

import type { Catalogue } from './catalogue.ts';
import type { Content } from './content.ts';
import type { Feedback } from './dev/feedback.ts';
import { translateFrontMatter } from './front-matter.ts';
import { setHeadingIds } from './heading-ids.ts';
import { interfaceStamp } from './interface-stamp.ts';
import { interfaceTexts } from './interface-text.ts';
import { catalogueOf, interfaceCatalogueOf, type Layout } from './layout.ts';
import { type DependenciesOf, pageDependencies } from './page-dependencies.ts';
import { parserForAllLanguages } from './parsed-pages.ts';
import { formatProblem, type Problem } from './problem.ts';
import {
  catalogueShare,
  isPartial,
  isShown,
  titleGap,
} from './reader/page-state.ts';
import type { PageTranslation } from './reader/page-translation.ts';
import { markOriginals, sayPage } from './reader/say-page.ts';
import { drawStatus } from './reader/status-page.ts';
import { marksOf, type ReaderWords, readerWords } from './reader/words.ts';
import { readCatalogue, releaseCatalogue } from './store.ts';

/** What the site tells this room about itself. */
export interface TranslationOptions extends Layout {
  /** Absolute path of the site. */
  root: string;
  /** The language that is being built. */
  locale: string;
  /** The language that the pages are written in. */
  defaultLocale: string;
  /** Present in development: what tells the translator. */
  feedback?: Feedback | undefined;
  /** The whole site, for a page that shows the status of its translations. */
  content?: Content;
}

/**
 * The language that Docusaurus is building.
 *
 * @param locales - All languages of the site.
 * @param defaultLocale - The one for any other value: without `--locale` Docusaurus says `"undefined"`.
 * @returns One of the languages.
 */
export function currentLocale(
  locales: readonly string[],
  defaultLocale: string,
): string {
  const name = process.env['DOCUSAURUS_CURRENT_LOCALE'];
  return name !== undefined && locales.includes(name) ? name : defaultLocale;
}

/** What has been said of a catalogue since it was last saved: a page is compiled twice, for the browser and for the server. */
const warned = new WeakMap<Catalogue, Set<string>>();

function warn(catalogue: Catalogue, problems: readonly Problem[]): void {
  const said = warned.get(catalogue) ?? new Set();
  warned.set(catalogue, said);
  for (const line of [...catalogue.problems, ...problems].map(formatProblem)) {
    if (!said.has(line)) console.warn(`[translation] ${line}`);
    said.add(line);
  }
}

/**
 * The remark plugin that says a page in the language that is being built. Belongs into `beforeDefaultRemarkPlugins`, behind
 * what fills code in and before what writes measured values.
 *
 * @param options - The site.
 * @returns A transformer; in the default language it only sets the ids of headings and marks the originals of messages.
 */
export function remarkTranslation(
  this: Processor,
  options: TranslationOptions,
) {
  const { root, locale, defaultLocale, feedback, content } = options;
  const isDefault = locale === defaultLocale;
  this.parser &&= parserForAllLanguages(this.parser, isDefault);
  const words = wordsOf(options);
  const marks = marksOf(words);

  function say(tree: Root, file: VFile): void {
    const path = isDefault
      ? undefined
      : catalogueOf(options, locale, relative(root, file.path));
    const catalogue =
      path === undefined ? undefined : readCatalogue(root, path);
    if (catalogue === undefined || !shows(options, file.path, catalogue)) {
      // What later plugins put into the page has to be in its language.
      file.data['asWritten'] = true;
      markOriginals(tree, String(file));
      return;
    }
    const { problems, translation } = sayPage(tree, String(file), {
      catalogue,
      sourceLanguage: defaultLocale,
      marks,
      onSaid: feedback && ((said) => feedback.mark(said, catalogue)),
    });
    warn(catalogue, problems);
    feedback?.report(file.path, 'text', [...catalogue.problems, ...problems]);
    // Docusaurus hands the front matter on to the layout after this.
    const { frontMatter } = file.data;
    if (isRecord(frontMatter) && isRecord(frontMatter['translation']))
      Object.assign(frontMatter['translation'], translation);
    // A development server keeps it, and what it has warned of.
    if (feedback === undefined) releaseCatalogue(root, catalogue.file);
  }

  return async (tree: Root, file: VFile): Promise<void> => {
    setHeadingIds(tree, createSlugger());
    say(tree, file);
    if (content !== undefined)
      await drawStatus(tree, file.path, { root, content, locale, words });
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A translator sees in development how a page becomes what readers will get. */
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
 * The function for `markdown.parseFrontMatter`: Docusaurus takes titles and descriptions from there, not from the page.
 *
 * @param options - The site.
 * @returns Parses a front matter and says it in the language that is being built; as `translation` it tells the layout how far
 * the page is.
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
    const { frontMatter, problems } = translateFrontMatter(english, catalogue);
    warn(catalogue, problems);
    feedback?.report(filePath, 'front matter', problems);
    // A part of other pages has no layout.
    if (isPartial(relative(join(root, docsDir), filePath)))
      return { ...parsed, frontMatter };
    Object.assign(
      translation,
      titleGap(english, frontMatter, catalogue, marks),
    );
    return { ...parsed, frontMatter: { ...frontMatter, translation } };
  };
}

/** What this room itself says to readers. */
function wordsOf(options: TranslationOptions): ReaderWords {
  const { locale, defaultLocale } = options;
  const texts = locale === defaultLocale ? {} : interfaceOf(options);
  return readerWords(texts, locale, defaultLocale);
}

function interfaceOf(options: TranslationOptions): Record<string, string> {
  const catalogue = readCatalogue(
    options.root,
    interfaceCatalogueOf(options, options.locale),
  );
  const { texts, problems } = interfaceTexts(catalogue);
  warn(catalogue, problems);
  return texts;
}

/**
 * The texts that scripts look up in a browser: those of components, and of the theme. What the configuration asks for itself stands
 * in the pages already, and each reader would load it once more.
 */
function textsForReaders(options: TranslationOptions): Record<string, string> {
  const configured = options.content?.interfaceMessages ?? {};
  return Object.fromEntries(
    Object.entries(interfaceOf(options)).filter(
      ([id]) => !(id in configured) || id.startsWith('theme.'),
    ),
  );
}

/**
 * Looks up what the configuration says: names in the menu, categories of the sidebar.
 *
 * @param options - The site.
 * @param messages - The English texts by id, as given to the command line as `interfaceMessages`.
 * @returns A function from an id to its text in the language that is being built; English where there is no translation.
 */
export function interfaceText<Id extends string>(
  options: TranslationOptions,
  messages: Readonly<Record<Id, string>>,
): (id: Id) => string {
  const { locale, defaultLocale } = options;
  if (locale === defaultLocale) return (id) => messages[id];
  const texts = interfaceOf(options);
  return (id) => texts[id] ?? messages[id];
}

/**
 * The Docusaurus plugin: interface strings from the catalogue, and what the bundler has to know so that neither a running
 * development server nor its cache on disk shows a page as it was.
 *
 * @param options - The site.
 * @param dependenciesOf - The files that a page takes code or values from.
 * @returns The plugin, for `plugins` in the configuration.
 */
export function translationPlugin(
  options: TranslationOptions,
  dependenciesOf: DependenciesOf = () => [],
): (context: LoadContext) => Plugin {
  const { root, locale, defaultLocale } = options;
  const docs = join(root, options.docsDir);
  const here = fileURLToPath(new URL('.', import.meta.url));
  return ({ generatedFilesDir }) => {
    const interfaceTexts =
      locale === defaultLocale
        ? undefined
        : interfaceStamp(
            join(generatedFilesDir, 'translation'),
            locale,
            interfaceOf(options),
          );
    const rule = {
      test: /\.mdx?$/,
      include: docs,
      enforce: 'pre' as const,
      use: [
        {
          loader: join(here, 'catalogue-loader.cjs'),
          options: {
            dependenciesOf: pageDependencies(
              options,
              interfaceTexts,
              dependenciesOf,
            ),
          },
        },
      ],
    };
    return {
      name: 'translation',
      getDefaultCodeTranslationMessages() {
        if (locale === defaultLocale) return Promise.resolve({});
        return Promise.resolve(textsForReaders(options));
      },
      configureWebpack: () => ({ module: { rules: [rule] } }),
    };
  };
}
