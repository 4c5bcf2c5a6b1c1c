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
          // Redirects old clients. 308 keeps method and body.
          '/notes': { redirect: { to: '/api/notes', statusCode: 308 } },
        },
      },
    }),
    keepDevServerAlive(),
  ],
});
