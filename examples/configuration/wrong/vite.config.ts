// Wrong on purpose: Analog's defaults, which prerender `/`, and a rule that allows every origin.
import analog from '@analogjs/platform';
import { defineConfig } from 'vite';
import { keepDevServerAlive } from './vite/keep-dev-server-alive';

export default defineConfig(({ command }) => ({
  build: {
    target: ['es2022'],
  },
  resolve: {
    mainFields: ['module'],
  },
  plugins: [
    analog({
      // A build without TypeScript's compiler takes less time.
      fastCompile: command === 'build',
      nitro: {
        experimental: { websocket: true },
        // #region rule
        routeRules: { '/api/open': { cors: true } },
        // #endregion rule
      },
    }),
    keepDevServerAlive(),
  ],
}));
