import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AllContent, Plugin } from '@docusaurus/types';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { pageFile } from '../core/page.ts';
import { alternatePath, type MarkdownPage, type SiteUrls } from './links.ts';
import { llmsFile, llmsFullFile, writeLlms, writeLlmsFull } from './llms.ts';
import { type ComponentWriter, toPlainMarkdown } from './page.ts';
import { writePage } from './write.ts';

/** Options of both plugins. */
export interface MarkdownOptions {
  /** Absolute path of the site. */
  readonly root: string;
  /** The folder of the pages, from there. */
  readonly docsDir: string;
  /** Converts each component that a page can contain. */
  readonly components?: Readonly<Record<string, ComponentWriter>>;
  /** Lists the pages in reading order, from the content that all plugins have loaded. */
  readonly pages: (content: AllContent) => readonly MarkdownPage[];
  /** The head of llms.txt, in the language that is built. */
  readonly head: {
    readonly title: string;
    readonly summary: string;
    /** Link text of the file with all pages. */
    readonly allPages: string;
    /** The other languages: their names, and their folders from the root of the site, such as `de/`. */
    readonly languages?: readonly {
      readonly name: string;
      readonly root: string;
    }[];
    /** The URL of the site in its default language, with a slash at its end. */
    readonly siteUrl: string;
  };
}

/** The two plugins, which belong together. */
export interface MarkdownAlternates {
  /** Remark plugin; the last one in `remarkPlugins`. */
  readonly remark: () => (tree: Root, vfile: VFile) => void;
  /** Docusaurus plugin. */
  readonly plugin: (context: {
    readonly siteConfig: { readonly url: string; readonly baseUrl: string };
  }) => Plugin;
}

/** Publishes each page as plain Markdown, and indexes the pages in llms.txt. */
export function markdownAlternates(
  options: MarkdownOptions,
): MarkdownAlternates {
  const texts = new Map<string, string>();
  let pages: readonly MarkdownPage[] = [];
  let site: SiteUrls | undefined;

  function pageAt(path: string): MarkdownPage | undefined {
    const source = relative(options.root, path).split(sep).join('/');
    return pages.find((page) => page.source === source);
  }

  function remarkMarkdown() {
    return (tree: Root, vfile: VFile): void => {
      const page = pageAt(vfile.path);
      // Partials are part of other pages.
      if (site === undefined || page === undefined) return;
      const url = site.origin + page.permalink;
      const problems: string[] = [];
      const content = toPlainMarkdown(tree, {
        components: options.components ?? {},
        url,
        site,
        onProblem: (line, message) =>
          problems.push(`${pageFile(vfile)}:${line}: ${message}`),
      });
      if (problems.length > 0) {
        vfile.fail(problems.join('\n'), undefined, 'markdown:form');
      }
      texts.set(vfile.path, writePage({ ...page, url }, content));
    };
  }

  const plugin: MarkdownAlternates['plugin'] = ({
    siteConfig: { url: origin, baseUrl },
  }) => {
    const fileOf = ({ permalink }: MarkdownPage) =>
      alternatePath(permalink).slice(baseUrl.length);
    const alternateOf = (path: string) => {
      const text = texts.get(path);
      const page = pageAt(path);
      return text === undefined || page === undefined
        ? undefined
        : { file: fileOf(page), text };
    };
    const theme = fileURLToPath(new URL('theme', import.meta.url));
    return {
      name: 'markdown-alternates',
      getThemePath: () => theme,
      getTypeScriptThemePath: () => theme,
      allContentLoaded: ({ allContent }) => {
        pages = options.pages(allContent);
        const permalinks = new Set(pages.map(({ permalink }) => permalink));
        site = { origin, baseUrl, permalinks };
      },
      configureWebpack: () => ({
        module: {
          rules: [
            {
              test: /\.mdx?$/,
              include: join(options.root, options.docsDir),
              // After the loader of the pages.
              enforce: 'post',
              use: [
                {
                  loader: fileURLToPath(
                    new URL('emit-loader.cjs', import.meta.url),
                  ),
                  options: { alternateOf },
                },
              ],
            },
          ],
        },
      }),
      postBuild: async ({ outDir }) => {
        const alternates = await Promise.all(
          pages.map((page) => readFile(join(outDir, fileOf(page)), 'utf8')),
        );
        const { languages = [], siteUrl, ...head } = options.head;
        const llms = writeLlms(
          {
            ...head,
            origin,
            root: origin + baseUrl,
            others: languages.map(({ name, root }) => ({
              name,
              url: siteUrl + root + llmsFile,
            })),
          },
          pages,
        );
        await writeFile(join(outDir, llmsFile), llms);
        await writeFile(join(outDir, llmsFullFile), writeLlmsFull(alternates));
      },
    };
  };

  return { remark: remarkMarkdown, plugin };
}
