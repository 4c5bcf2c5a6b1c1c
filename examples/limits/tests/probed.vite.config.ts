import analog from '@analogjs/platform';
import { defineConfig } from 'vite';
import { keepDevServerAlive } from '../vite/keep-dev-server-alive';

// The app with additional routes in `tests/probes` that do what the app avoids. The production build compiles like the app's; the
// dev server compiles fast.
export default defineConfig(({ command }) => ({
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
      fastCompile: command === 'serve',
      prerender: { routes: [] },
      additionalAPIDirs: ['/tests/probes'],
      nitro: {
        experimental: { websocket: true },
      },
    }),
    keepDevServerAlive(),
  ],
}));
