import analog from '@analogjs/platform';
import { defineConfig } from 'vite';
import { reuseAppBuild } from './tests/support/reuse-app-build';
import { keepDevServerAlive } from './vite/keep-dev-server-alive';

export default defineConfig({
  build: {
    target: ['es2022'],
  },
  resolve: {
    mainFields: ['module'],
  },
  environments: {
    // Tells Angular to skip browser-only work while it renders on the server.
    ssr: { define: { ngServerMode: 'true' } },
  },
  plugins: [
    analog({
      ssr: true,
      prerender: { routes: [] },
      nitro: {
        experimental: { websocket: true },
        routeRules: {
          // One old URL for each kind of redirect.
          '/by-301/**': { redirect: { to: '/api/**', statusCode: 301 } },
          '/by-302/**': { redirect: { to: '/api/**', statusCode: 302 } },
          '/by-307/**': { redirect: { to: '/api/**', statusCode: 307 } },
          '/by-308/**': { redirect: { to: '/api/**', statusCode: 308 } },
        },
      },
    }),
    keepDevServerAlive(),
    // Has the pages of the app.
    reuseAppBuild('..'),
  ],
});
