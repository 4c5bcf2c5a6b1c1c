import { createRequire } from 'node:module';

import type * as FromMarkdown from 'mdast-util-from-markdown';
import type * as CjkFriendly from 'micromark-extension-cjk-friendly';
import type * as Directive from 'remark-directive';
import type * as Frontmatter from 'remark-frontmatter';
import type * as Gfm from 'remark-gfm';
import type * as Mdx from 'remark-mdx';
import type * as Parse from 'remark-parse';
import type * as Unified from 'unified';

interface Packages {
  'mdast-util-from-markdown': typeof FromMarkdown;
  'micromark-extension-cjk-friendly': typeof CjkFriendly;
  'remark-directive': typeof Directive;
  'remark-frontmatter': typeof Frontmatter;
  'remark-gfm': typeof Gfm;
  'remark-mdx': typeof Mdx;
  'remark-parse': typeof Parse;
  unified: typeof Unified;
}

/**
 * Loads the parser as Node itself does, so that it is the one that Docusaurus reads the pages with. The loader of the
 * configuration would compile it, and make another one for each language, which begins cold.
 *
 * @param name - The package.
 * @returns What it exports.
 */
export const nativePackage: <Name extends keyof Packages>(
  name: Name,
) => Packages[Name] = createRequire(import.meta.url);
