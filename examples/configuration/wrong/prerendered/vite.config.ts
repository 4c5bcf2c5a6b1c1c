// Wrong on purpose: prerenders pages that need a browser. For `dist/wrong/prerendered`, with the app's build of `dist/wrong`.
import analog from '@analogjs/platform';
import { defineConfig } from 'vite';
import { reuseAppBuild } from '../tests/support/reuse-app-build';

export default defineConfig({
  plugins: [
    analog({
      prerender: { routes: ['/stream', '/socket', '/clock'] },
    }),
    reuseAppBuild('../dist'),
  ],
});
