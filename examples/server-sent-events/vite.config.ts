import analog from '@analogjs/platform';
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    target: ['es2022'],
  },
  resolve: {
    mainFields: ['module'],
  },
  // #region render
  environments: {
    // Tells Angular to skip browser-only work while it renders on the server.
    ssr: { define: { ngServerMode: 'true' } },
  },
  plugins: [analog({ ssr: true, prerender: { routes: [] } })],
  // #endregion render
});
