import analog from '@analogjs/platform';
import { defineConfig } from 'vite';
import { keepDevServerAlive } from '../vite/keep-dev-server-alive';

// The app with additional pages in `tests/probes` that do what the app avoids.
export default defineConfig({
  build: {
    target: ['es2022'],
  },
  resolve: {
    mainFields: ['module'],
  },
  environments: {
    ssr: { define: { ngServerMode: 'true' } },
  },
  plugins: [
    analog({
      ssr: true,
      prerender: { routes: [] },
      additionalPagesDirs: ['/tests/probes'],
      nitro: {
        experimental: { websocket: true },
      },
    }),
    keepDevServerAlive(),
  ],
});
