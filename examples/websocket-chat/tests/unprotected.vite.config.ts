import analog from '@analogjs/platform';
import { defineConfig } from 'vite';

// The app as it would be without `keepDevServerAlive()`.
export default defineConfig({
  resolve: { mainFields: ['module'] },
  plugins: [
    analog({
      ssr: true,
      prerender: { routes: [] },
      nitro: { experimental: { websocket: true } },
    }),
  ],
});
