import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The servers share two cores, so one file runs at a time.
    fileParallelism: false,
    // A layout is built, and two servers are asked some hundred questions.
    testTimeout: 300_000,
  },
});
