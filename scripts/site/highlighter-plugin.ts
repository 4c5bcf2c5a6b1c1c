import type { Plugin } from '@docusaurus/types';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const theme = join(
  createRequire(import.meta.url).resolve('@docusaurus/theme-classic'),
  '..',
);

/**
 * Docusaurus plugin: the classic theme loads Prism and its languages with every
 * page. Here code is highlighted while the site is built, so nothing calls them.
 */
export function withoutHighlighter(): Plugin {
  return {
    name: 'without-highlighter',
    configureWebpack: () => ({
      resolve: { alias: { [join(theme, 'prism-include-languages$')]: false } },
    }),
  };
}
