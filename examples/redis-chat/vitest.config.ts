import { defineConfig } from 'vitest/config';

/** What takes minutes is measured by `npm run evidence` only. */
const all = process.env['EVIDENCE'] === 'all';

export default defineConfig({
  resolve: {
    alias: {
      // The rest of it exists inside a build only.
      'nitropack/runtime': 'nitropack/runtime/plugin',
    },
  },
  test: {
    include: ['tests/**/*.test.ts', ...(all ? ['tests/**/*.measure.ts'] : [])],
    // Each file starts servers, and they share two cores.
    fileParallelism: false,
    // No file changes state that another one uses, so one process runs them all.
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
