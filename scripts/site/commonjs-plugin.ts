import type { Plugin } from '@docusaurus/types';

/**
 * Docusaurus plugin: this package is ESM, and what Docusaurus generates is
 * CommonJS in files that end in `.js`. Without it every page is rendered as an
 * error, and the build still passes.
 */
export function commonJsInsideModulePackage(): Plugin {
  return {
    name: 'commonjs-inside-a-module-package',
    configureWebpack: (_config, isServer) => ({
      module: {
        rules: [{ test: /\.docusaurus[\\/].*\.js$/, type: 'javascript/auto' }],
      },
      ...(isServer && {
        // Node itself loads these chunks while pages are rendered.
        output: { chunkFilename: 'assets/js/[name].[contenthash:8].cjs' },
      }),
    }),
  };
}
