import analog from '@analogjs/platform';
import { defineConfig } from 'vite';

// The app without `keepDevServerAlive()`.
export default defineConfig({
  resolve: { mainFields: ['module'] },
  plugins: [
    analog({
      ssr: true,
      fastCompile: true,
      prerender: { routes: [] },
      nitro: { experimental: { websocket: true } },
    }),
  ],
});
