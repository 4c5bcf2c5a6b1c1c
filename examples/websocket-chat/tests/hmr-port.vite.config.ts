import analog from '@analogjs/platform';
import { defineConfig } from 'vite';
import { keepDevServerAlive } from '../vite/keep-dev-server-alive';

// The app with a separate port for HMR; KEEP_ALIVE=true adds the plugin.
export default defineConfig({
  resolve: { mainFields: ['module'] },
  server: { hmr: { port: Number(process.env['HMR_PORT']), path: 'vite-hmr' } },
  plugins: [
    analog({
      ssr: true,
      fastCompile: true,
      prerender: { routes: [] },
      nitro: { experimental: { websocket: true } },
    }),
    process.env['KEEP_ALIVE'] === 'true' && keepDevServerAlive(),
  ],
});
