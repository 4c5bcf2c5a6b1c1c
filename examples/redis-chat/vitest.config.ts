import { defineConfig } from 'vitest/config';

/** Only `npm run evidence` runs measurements that take minutes. */
const all = process.env['EVIDENCE'] === 'all';

export default defineConfig({
  resolve: {
    alias: {
      // The rest of the package exists in builds only.
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
