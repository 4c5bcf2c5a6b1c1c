import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AllContent, Plugin } from '@docusaurus/types';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { twinOf } from './address.ts';
import {
  type OverviewHead,
  overviewFile,
  overviewOf,
  wholeFile,
  wholeOf,
} from './overview.ts';
import { type ComponentWriter, plainPage } from './plain.ts';
import { placeOf } from './problem.ts';
import { addressOf, linkOf, type Place, type TwinPage } from './site.ts';
import { writeTwin } from './write.ts';

/** What the twins have to know of the site. */
export interface TwinsOptions {
  /** Absolute path of the site. */
  readonly root: string;
  /** The folder of the pages, from there. */
  readonly docsDir: string;
  /** What each component of a page is in Markdown. */
  readonly components: Readonly<Record<string, ComponentWriter>>;
  /** Classes of code that a style sheet strikes through. */
  readonly struckThrough?: readonly string[];
  /** The pages in the order in which they are to be read, from what all plugins have loaded. */
  readonly pages: (content: AllContent) => readonly TwinPage[];
  /** What the overview says of the site, in the language that is built. */
  readonly head: {
    readonly title: string;
    readonly summary: string;
    /** What the file of all pages is called. */
    readonly whole: string;
    /** The other languages: their names, and their folders from the root of the site, `de/`. */
    readonly languages: readonly {
      readonly name: string;
      readonly root: string;
    }[];
    /** The address of the site in its first language, with a slash at its end. */
    readonly siteUrl: string;
  };
}

/** The two halves of this room: one plugin for pages, and one for the site. */
export interface Twins {
  /** A remark plugin; it belongs behind all others, into `remarkPlugins`. */
  readonly remark: () => (tree: Root, vfile: VFile) => void;
  readonly plugin: (context: {
    readonly siteConfig: { readonly url: string; readonly baseUrl: string };
  }) => Plugin;
}

interface Loaded extends Place {
  readonly pages: readonly TwinPage[];
}

/**
 * Gives each page a twin in Markdown, and the site an overview of them.
 *
 * @param options what the twins have to know of the site
 * @returns two plugins that belong together
 */
export function markdownTwins(options: TwinsOptions): Twins {
  const twins = new Map<string, string>();
  let loaded: Loaded | undefined;

  function pageAt(path: string): TwinPage | undefined {
    const source = relative(options.root, path).split(sep).join('/');
    return loaded?.pages.find((page) => page.source === source);
  }

  function remark() {
    return (tree: Root, vfile: VFile): void => {
      const page = pageAt(vfile.path);
      // A part of other pages is no page.
      if (loaded === undefined || page === undefined) return;
      const place = loaded;
      const address = place.origin + page.permalink;
      const problems: string[] = [];
      const plain = plainPage(tree, {
        components: options.components,
        struckThrough: options.struckThrough ?? [],
        address,
        addressOf: (path) => addressOf(path, place),
        linkOf: (url) => linkOf(url, place),
        onProblem: (line, message) =>
          problems.push(`${placeOf(vfile, line)}: ${message}`),
      });
      if (problems.length > 0) {
        vfile.fail(problems.join('\n'), undefined, 'markdown-twins:form');
      }
      twins.set(vfile.path, writeTwin({ ...page, address }, plain));
    };
  }

  const plugin: Twins['plugin'] = ({ siteConfig: { url, baseUrl } }) => ({
    name: 'markdown-twins',
    allContentLoaded: ({ allContent }) => {
      const pages = options.pages(allContent);
      const permalinks = new Set(pages.map(({ permalink }) => permalink));
      loaded = { origin: url, baseUrl, pages, permalinks };
    },
    configureWebpack: () => ({
      module: {
        rules: [
          {
            test: /\.mdx?$/,
            include: join(options.root, options.docsDir),
            // Behind the loader of the pages.
            enforce: 'post',
            use: [
              {
                loader: join(
                  fileURLToPath(new URL('.', import.meta.url)),
                  'emit-loader.cjs',
                ),
                options: {
                  twinOf: (path: string) => {
                    const text = twins.get(path);
                    const page = pageAt(path);
                    return text === undefined || page === undefined
                      ? undefined
                      : { file: fileOf(page, baseUrl), text };
                  },
                },
              },
            ],
          },
        ],
      },
    }),
    postBuild: async ({ outDir }) => {
      const pages = loaded?.pages ?? [];
      const texts = await Promise.all(
        pages.map((page) =>
          readFile(join(outDir, fileOf(page, baseUrl)), 'utf8'),
        ),
      );
      const { languages, siteUrl, ...said } = options.head;
      const head: OverviewHead = {
        ...said,
        origin: url,
        root: url + baseUrl,
        others: languages.map(({ name, root }) => ({
          name,
          url: siteUrl + root + overviewFile,
        })),
      };
      await writeFile(join(outDir, overviewFile), overviewOf(head, pages));
      await writeFile(join(outDir, wholeFile), wholeOf(texts));
    },
  });

  return { remark, plugin };
}

/** Where the twin of a page lies, from the root of what is built. */
function fileOf({ permalink }: TwinPage, baseUrl: string): string {
  return twinOf(permalink).slice(baseUrl.length);
}
