import { createRequire } from 'node:module';

import { getFormat } from '@docusaurus/mdx-loader/lib/format.js';
import type { Root } from 'mdast';

/** The used part of the preprocessor; its own type requires a complete configuration. */
interface Preprocessor {
  readonly default: (page: {
    filePath: string;
    fileContent: string;
    admonitions: MarkdownSyntax['admonitions'];
    markdownConfig: {
      preprocessor: MarkdownSyntax['preprocessor'];
      mdx1Compat: { admonitions: boolean; headingIds: boolean };
    };
  }) => string;
}

// Required, since `import` may wrap the function, depending on the loader of this module.
const load: (path: string) => Preprocessor = createRequire(import.meta.url);
const { default: preprocessContent } = load(
  '@docusaurus/mdx-loader/lib/preprocessor.js',
);

/** Format of a page. */
export type Format = 'mdx' | 'md';

declare module 'mdast' {
  interface RootData {
    /** Set on plain Markdown pages, with HTML and literal braces. */
    format?: Format;
  }
}

/** Markdown settings of the site: `markdown` of its configuration, and `admonitions` of its docs. */
export interface MarkdownSyntax {
  /** Default: `mdx`. */
  format?: Format | 'detect';
  /** Preprocessing by Docusaurus. Default: all, as in Docusaurus 3 without `future.v4`. */
  mdx1Compat?: {
    comments?: boolean;
    admonitions?: boolean;
    headingIds?: boolean;
  };
  preprocessor?: (page: { filePath: string; fileContent: string }) => string;
  admonitions?: boolean | { keywords?: string[]; extendDefaults?: boolean };
}

/**
 * Preprocesses a page like Docusaurus' loader.
 *
 * @param filePath absolute path of the page
 * @returns the text to parse
 */
export function preprocess(
  filePath: string,
  fileContent: string,
  { mdx1Compat, preprocessor, admonitions = true }: MarkdownSyntax,
): string {
  return preprocessContent({
    filePath,
    fileContent,
    admonitions,
    markdownConfig: {
      mdx1Compat: { admonitions: true, headingIds: true, ...mdx1Compat },
      preprocessor,
    },
  });
}

/** Returns the format of a page, from its front matter, the configuration or its name. */
export function formatOf(
  filePath: string,
  frontMatter: Readonly<Record<string, unknown>>,
  { format = 'mdx' }: MarkdownSyntax,
): Format {
  const { mdx } = frontMatter;
  const own: unknown =
    typeof mdx === 'object' && mdx !== null && 'format' in mdx
      ? mdx.format
      : undefined;
  return getFormat({
    filePath,
    frontMatterFormat:
      own === 'md' || own === 'mdx' || own === 'detect' ? own : undefined,
    markdownConfigFormat: format,
  });
}

/** Whether a page is plain Markdown, not MDX. */
export function isPlainMarkdown(tree: Root): boolean {
  return tree.data?.format === 'md';
}
