import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Two dev servers of one app overwrite each other's build in dist/.nitro.
    fileParallelism: false,
    // They change nothing that another could see, so one process takes them all.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
