import analog from '@analogjs/platform';
import { defineConfig } from 'vite';
import { reuseAppBuild } from './tests/support/reuse-app-build';
import { keepDevServerAlive } from './vite/keep-dev-server-alive';

// For the copy of the app in `dist/without-plugins`.
export default defineConfig({
  resolve: {
    mainFields: ['module'],
  },
  environments: {
    ssr: { define: { ngServerMode: 'true' } },
  },
  plugins: [
    analog({
      ssr: true,
      // Without TypeScript's compiler, since the tests use only the server.
      fastCompile: true,
      prerender: { routes: [] },
      nitro: {
        experimental: { websocket: true },
      },
    }),
    keepDevServerAlive(),
    reuseAppBuild('..'),
  ],
});
