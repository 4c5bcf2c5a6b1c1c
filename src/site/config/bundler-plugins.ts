import type { Plugin } from '@docusaurus/types';
import { fileURLToPath } from 'node:url';

/**
 * Docusaurus plugin: bundles the CommonJS that Docusaurus generates, since this package is ESM. Without it, every page is rendered
 * as an error, and the build still passes.
 */
export function commonJsInsideModulePackage(): Plugin {
  return {
    name: 'commonjs-inside-a-module-package',
    configureWebpack: (_config, isServer) => ({
      module: {
        rules: [{ test: /\.docusaurus[\\/].*\.js$/, type: 'javascript/auto' }],
      },
      ...(isServer && {
        // Node loads these chunks while it renders pages.
        output: { chunkFilename: 'assets/js/[name].[contenthash:8].cjs' },
      }),
    }),
  };
}

/** Docusaurus plugin: the theme components of this site, which replace or wrap those of the classic theme. */
export function siteTheme(): Plugin {
  const theme = fileURLToPath(new URL('../theme', import.meta.url));
  return {
    name: 'site-theme',
    getThemePath: () => theme,
    getTypeScriptThemePath: () => theme,
  };
}
