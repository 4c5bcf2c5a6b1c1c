/// <reference types="vitest" />

import { keepDevServerAlive } from './vite/keep-dev-server-alive';
import { defineConfig } from 'vite';
import analog from '@analogjs/platform';

export default defineConfig(() => ({
  build: {
    target: ['es2020'],
  },
  resolve: {
    mainFields: ['module'],
  },
  environments: {
    ssr: { define: { ngServerMode: 'true' } },
  },
  // #region plugins
  plugins: [
    analog({
      prerender: { routes: [] },
      nitro: { experimental: { websocket: true } },
    }),
    keepDevServerAlive(),
  ],
  // #endregion plugins
  test: {
    globals: true,
    environment: 'jsdom',
    setupFiles: ['src/test-setup.ts'],
    include: ['**/*.spec.ts'],
    reporters: ['default'],
  },
}));
