import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { LoadContext, Plugin } from '@docusaurus/types';
import { DEFAULT_PARSE_FRONT_MATTER } from '@docusaurus/utils';

import { translateFrontMatter } from '../front-matter.ts';
import type { TranslationOptions } from '../index.ts';
import { interfaceTexts } from '../interface-text.ts';
import { catalogueOf, interfaceCatalogueOf } from '../layout.ts';
import { pageFiles } from '../pages.ts';
import { formatProblem } from '../problem.ts';
import { readCatalogue } from '../store.ts';
import type { Feedback } from './feedback.ts';

/**
 * The Docusaurus plugin for those who translate: entries beside the text, mistakes in an overlay, and saved titles and strings
 * of the interface without a restart. It belongs into a development server only.
 *
 * @param options - The site; `sidebars` is the path of the file of its sidebars.
 * @param feedback - What the pages are reported to.
 * @returns The plugin, for `plugins` in the configuration.
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
    mkdirSync(localizationDir, { recursive: true });
    return {
      name: 'translation-feedback',
      getClientModules: () => [client],
      getPathsToWatch: () => [
        join(root, options.catalogueDir, locale, '**/*.po'),
      ],
      // Docusaurus asks again after a change of what is watched.
      async loadContent() {
        const before = known;
        known = await textsOutsideOfPages(options);
        if (before === undefined) return;
        if (before.interface !== known.interface) {
          // It watches this folder too, and loads the whole site after a change there.
          const file = join(localizationDir, 'texts-outside-of-pages');
          writeFileSync(file, known.interface);
          return;
        }
        if (before.pages !== known.pages) {
          // It reads all titles again after a change there, and nothing else of the site.
          const now = new Date();
          utimesSync(join(root, options.sidebars), now, now);
        }
      },
      configureWebpack: () => ({
        devServer: { client: { overlay: { warnings: isOurs } } },
        module: {
          rules: [
            feedbackRule(/\.mdx?$/, join(root, options.docsDir), {
              problemsOf: (path) => feedback.problemsOf(path),
              dependencies: [],
            }),
            // The interface stands on no page: its problems go with this plugin's own module.
            feedbackRule(/client\.ts$/, client, {
              problemsOf: () =>
                interfaceTexts(readCatalogue(root, interfaceFile)).problems.map(
                  formatProblem,
                ),
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

/** Which warnings the overlay shows. The browser gets its source, so it refers to nothing around it. */
function isOurs(warning: { message: string }): boolean {
  return /\.po:\d+: /.test(warning.message);
}

/** What a compiler of pages does not read, each as a text to be compared. */
interface TextsOutsideOfPages {
  /** What Docusaurus reads only when it loads the site. */
  readonly interface: string;
  /** What it reads when it looks for pages: their titles, descriptions, labels. */
  readonly pages: string;
}

async function textsOutsideOfPages(
  options: TranslationOptions,
): Promise<TextsOutsideOfPages> {
  const { root, locale, docsDir } = options;
  const { texts } = interfaceTexts(
    readCatalogue(root, interfaceCatalogueOf(options, locale)),
  );
  const pages = pageFiles(root, docsDir).map(async (file) => {
    const filePath = join(root, file);
    const { frontMatter } = await DEFAULT_PARSE_FRONT_MATTER({
      filePath,
      fileContent: readFileSync(filePath, 'utf8'),
    });
    const path = catalogueOf(options, locale, file);
    const said =
      path === undefined
        ? frontMatter
        : translateFrontMatter(frontMatter, readCatalogue(root, path))
            .frontMatter;
    return [file, said] as const;
  });
  return {
    interface: JSON.stringify(texts),
    pages: JSON.stringify(await Promise.all(pages)),
  };
}
