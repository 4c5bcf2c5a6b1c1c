// Wrong on purpose: Analog's defaults, which prerender `/`, and options that work on one server only, or for some requests.
import analog from '@analogjs/platform';
import { defineConfig } from 'vite';
import { keepDevServerAlive } from './vite/keep-dev-server-alive';

const target = process.env['BACKEND_URL'] ?? 'http://localhost:8080';

export default defineConfig(({ command }) => ({
  build: {
    target: ['es2022'],
  },
  resolve: {
    mainFields: ['module'],
  },
  server: {
    // #region hosts
    allowedHosts: ['.tunnel.example'],
    // #endregion hosts
    proxy: {
      '/api/by-vite': { target, ws: true },
      '/by-vite': { target, ws: true },
    },
  },
  plugins: [
    analog({
      // A build without TypeScript's compiler takes less time.
      fastCompile: command === 'build',
      nitro: {
        experimental: { websocket: true },
        devProxy: {
          '/api/by-nitro': { target, ws: true },
          '/by-nitro': { target, ws: true },
        },
        routeRules: {
          // #region rule
          '/api/open': { cors: true },
          // #endregion rule
          // #region proxy
          '/api/by-rule/**': { proxy: `${target}/**` },
          // #endregion proxy
          '/api/cached-events': { cache: { maxAge: 60 } },
        },
      },
    }),
    keepDevServerAlive(),
  ],
}));
