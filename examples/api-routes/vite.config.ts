import analog from '@analogjs/platform';
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    target: ['es2022'],
  },
  resolve: {
    mainFields: ['module'],
  },
  // Imported by a page that loads on demand: bundled at the start, the first visit
  // to the dev server needs no reload.
  optimizeDeps: {
    include: ['@angular/forms/signals', 'zod'],
  },
  environments: {
    // Tells Angular to skip browser-only work while it renders on the server.
    ssr: { define: { ngServerMode: 'true' } },
  },
  plugins: [analog({ ssr: true, prerender: { routes: [] } })],
});
