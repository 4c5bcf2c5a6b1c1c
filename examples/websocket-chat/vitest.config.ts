import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The servers share two cores, so one file runs at a time.
    fileParallelism: false,
    // They change nothing that another could see, so one process takes them all.
    isolate: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
