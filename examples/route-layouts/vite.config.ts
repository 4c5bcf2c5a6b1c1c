import analog from '@analogjs/platform';
import { defineConfig } from 'vite';
import { variantNamed } from './layouts/chosen';
import { compose, rootOf } from './layouts/compose';
import { shareAppBuild } from './layouts/share-app-build';

// LAYOUT chooses the variant. Analog takes the working directory for the root of
// the project, so the variant's own folder becomes that. Vite then finds the
// config of that folder, which leads here again.
const name = process.env['LAYOUT'] ?? 'api-folder';
const variant = variantNamed(name);
if (process.cwd() !== rootOf(name)) {
  process.chdir(compose(name, variant));
}

const { APP_BUILDS } = process.env;
const { nitro, ...options } = variant.options ?? {};

export default defineConfig({
  base: variant.viteBase ?? '/',
  build: {
    target: ['es2022'],
    // These builds are never downloaded, so only the time of the build matters.
    minify: false,
    reportCompressedSize: false,
  },
  resolve: {
    mainFields: ['module'],
  },
  environments: {
    // Angular reads it to skip browser-only work while it renders on the server.
    ssr: { define: { ngServerMode: 'true' } },
  },
  plugins: [
    analog({
      ssr: true,
      fastCompile: true,
      prerender: { routes: [] },
      ...options,
      nitro: {
        experimental: { websocket: true },
        ...nitro,
      },
    }),
    APP_BUILDS
      ? shareAppBuild(APP_BUILDS, [variant.viteBase, options])
      : undefined,
  ],
});
