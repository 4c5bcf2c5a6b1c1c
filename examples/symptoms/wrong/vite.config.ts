// Wrong on purpose: nothing marks the build that runs on the server.
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
  plugins: [
    analog({
      ssr: true,
      prerender: { routes: [] },
      nitro: {
        experimental: { websocket: true },
      },
    }),
    keepDevServerAlive(),
  ],
});
