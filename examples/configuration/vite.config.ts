import analog from '@analogjs/platform';
import { defineConfig } from 'vite';
import { keepDevServerAlive } from './vite/keep-dev-server-alive';

export default defineConfig({
  build: {
    target: ['es2022'],
  },
  resolve: {
    mainFields: ['module'],
  },
  // #region cors
  // Leaves CORS to src/server/middleware/1.cors.ts, as in production.
  server: { cors: false },
  // #endregion cors
  environments: {
    // Tells Angular to skip browser-only work while it renders on the server.
    ssr: { define: { ngServerMode: 'true' } },
  },
  plugins: [
    // #region analog
    analog({
      ssr: true,
      // `/` is listed so that the server renders it, and ignored so that the build doesn't.
      prerender: { routes: ['/', '/about'] },
      nitro: {
        prerender: { ignore: [/^\/$/] },
        experimental: { websocket: true },
        routeRules: {
          // Rendered in the browser only.
          '/account': { ssr: false },
        },
        // #region runtime-config
        // A default, which NITRO_PAGE_SIZE overrides.
        runtimeConfig: { pageSize: 20 },
        // #endregion runtime-config
      },
    }),
    // #endregion analog
    keepDevServerAlive(),
  ],
});
