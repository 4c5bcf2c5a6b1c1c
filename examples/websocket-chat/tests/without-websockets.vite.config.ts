import analog from '@analogjs/platform';
import { defineConfig } from 'vite';

// The app without `experimental.websocket`.
export default defineConfig({
  resolve: { mainFields: ['module'] },
  plugins: [
    analog({ ssr: true, fastCompile: true, prerender: { routes: [] } }),
  ],
});
