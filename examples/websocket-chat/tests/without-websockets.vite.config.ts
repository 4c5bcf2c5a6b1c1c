import analog from '@analogjs/platform';
import { defineConfig } from 'vite';

// The app as it would be without `experimental.websocket`.
export default defineConfig({
  resolve: { mainFields: ['module'] },
  plugins: [analog({ ssr: true, prerender: { routes: [] } })],
});
