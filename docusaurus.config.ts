import type { Config } from '@docusaurus/types';
import { plugin } from './src/probe/index.ts';
const config: Config = {
  title: 'x', url: 'http://localhost:3000', baseUrl: '/', future: { v4: true },
  i18n: { defaultLocale: 'en', locales: ['en', 'de', 'zh-Hans'] },
  plugins: [
    () => ({
      name: 'generated-commonjs',
      configureWebpack: () => ({
        module: { rules: [{ test: /\.docusaurus[\\/].*\.js$/, type: 'javascript/auto', resolve: { fullySpecified: false } }] },
      }),
    }),
  ],
  presets: [['classic', { docs: { routeBasePath: '/', beforeDefaultRemarkPlugins: [plugin] }, blog: false }]],
};
export default config;
