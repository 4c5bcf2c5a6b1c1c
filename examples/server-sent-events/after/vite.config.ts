/// <reference types="vitest" />

import { defineConfig } from 'vite';
import analog from '@analogjs/platform';

export default defineConfig(() => ({
  build: {
    target: ['es2020'],
  },
  resolve: {
    mainFields: ['module'],
  },
  environments: {
    ssr: { define: { ngServerMode: 'true' } },
  },
  plugins: [analog({ prerender: { routes: [] } })],
  test: {
    globals: true,
    environment: 'jsdom',
    setupFiles: ['src/test-setup.ts'],
    include: ['**/*.spec.ts'],
    reporters: ['default'],
  },
}));
