import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { LoadContext, Plugin } from '@docusaurus/types';
import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';

import {
  catalogueOf,
  interfaceCatalogueOf,
  readCatalogue,
} from '../catalogue/catalogue-files.ts';
import { interfaceEnglish } from '../catalogue/interface-messages.ts';
import { interfaceTexts, type TextsById } from '../catalogue/interface-text.ts';
import type { TranslationOptions } from '../index.ts';
import { translateFrontMatter } from '../page/front-matter.ts';
import { pageFiles } from '../page/pages.ts';
import { formatProblem } from '../problem.ts';
import { characterRules } from '../style/character-rules.ts';
import type { Feedback } from './feedback.ts';

/**
 * Docusaurus plugin for translators, for development servers only: shows entries next to their texts and problems in an overlay,
 * and updates titles and interface strings without a restart.
 *
 * @param options the site; `sidebars` is the path of the sidebars file
 * @param feedback receives the problems of pages
 */
export function translationFeedbackPlugin(
  options: TranslationOptions & { readonly sidebars: string },
  feedback: Feedback,
): (context: LoadContext) => Plugin {
  const { root, locale } = options;
  const client = here('client.ts');
  const interfaceFile = interfaceCatalogueOf(options, locale);
  return ({ localizationDir }) => {
    let known: TextsOutsideOfPages | undefined;
    let english: TextsById = {};
    mkdirSync(localizationDir, { recursive: true });
    return {
      name: 'translation-feedback',
      getClientModules: () => [client],
      getPathsToWatch: () => [
        join(root, options.catalogueDir, locale, '**/*.po'),
      ],
      // Docusaurus calls this again after a change of watched files.
      async loadContent() {
        // A file is often empty for a moment while it is saved, and only the first change is reported.
        if (known !== undefined) await setTimeout(100);
        english = await interfaceEnglish(options);
        const texts = await textsOutsideOfPages(options, english);
        const before = known;
        known = texts;
        if (before === undefined) return;
        if (before.interface !== texts.interface) {
          // Docusaurus watches this folder and reloads the whole site after a change.
          const file = join(localizationDir, 'texts-outside-of-pages');
          writeFileSync(file, texts.interface);
        } else if (before.pages !== texts.pages) {
          // After a change here, Docusaurus reloads only the titles of pages. It runs reloads in parallel, and the last one to end
          // wins, so this one must end before the other begins.
          void setTimeout(500).then(() => {
            const now = new Date();
            utimesSync(join(root, options.sidebars), now, now);
          });
        }
      },
      configureWebpack: () => ({
        devServer: { client: { overlay: { warnings: isTranslationWarning } } },
        module: {
          rules: [
            feedbackRule(/\.mdx?$/, join(root, options.docsDir), {
              problemsOf: (path) => feedback.problemsOf(path),
              dependencies: [],
            }),
            // Interface problems belong to no page, so they are reported for the client module.
            feedbackRule(/client\.ts$/, client, {
              problemsOf: () =>
                interfaceTexts(
                  readCatalogue(root, interfaceFile),
                  english,
                  characterRules(options),
                ).problems.map(formatProblem),
              dependencies: [join(root, interfaceFile)],
            }),
          ],
        },
      }),
    };
  };
}

interface LoaderOptions {
  problemsOf: (path: string) => string[];
  dependencies: string[];
}

function feedbackRule(test: RegExp, include: string, options: LoaderOptions) {
  const loader = here('feedback-loader.cjs');
  return {
    test,
    include,
    enforce: 'post' as const,
    use: [{ loader, options }],
  };
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Filters the warnings of the overlay. Serialized for the browser, so it can't use variables of this module. */
function isTranslationWarning(warning: { message: string }): boolean {
  return /\.po:\d+: /.test(warning.message);
}

/** Texts that page compilations don't read, serialized for comparison. */
interface TextsOutsideOfPages {
  /** Texts that Docusaurus reads when it loads the site. */
  readonly interface: string;
  /** Titles, descriptions and labels, which Docusaurus reads when it loads pages. */
  readonly pages: string;
}

async function textsOutsideOfPages(
  options: TranslationOptions,
  english: TextsById,
): Promise<TextsOutsideOfPages> {
  const { root, locale, docsDir } = options;
  const { texts } = interfaceTexts(
    readCatalogue(root, interfaceCatalogueOf(options, locale)),
    english,
    characterRules(options),
  );
  const pages = pageFiles(root, docsDir).map(async (file) => {
    const filePath = join(root, file);
    const { frontMatter } = await DEFAULT_PARSE_FRONT_MATTER({
      filePath,
      fileContent: readFileSync(filePath, 'utf8'),
    });
    const path = catalogueOf(options, locale, file);
    const translated =
      path === undefined
        ? frontMatter
        : translateFrontMatter(
            frontMatter,
            readCatalogue(root, path),
            characterRules(options),
          ).frontMatter;
    return [file, translated] as const;
  });
  return {
    interface: JSON.stringify(texts),
    pages: JSON.stringify(await Promise.all(pages)),
  };
}
