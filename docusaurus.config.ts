import type { Config } from '@docusaurus/types';

const config: Config = {
  title: 'Realtime Analog',
  url: process.env['SITE_URL'] ?? 'http://localhost:3000',
  baseUrl: process.env['SITE_BASE_URL'] ?? '/',
  trailingSlash: false,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  future: { v4: true },
  i18n: { defaultLocale: 'en', locales: ['en', 'de', 'zh-Hans'] },
  plugins: [
    () => ({
      name: 'generated-commonjs',
      // The files that Docusaurus generates are CommonJS, and this package is ESM.
      configureWebpack: () => ({
        module: {
          rules: [
            { test: /\.docusaurus[\\/].*\.js$/, type: 'javascript/auto' },
          ],
        },
      }),
    }),
  ],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};

export default config;
