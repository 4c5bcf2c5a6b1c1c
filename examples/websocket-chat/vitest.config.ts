import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The servers share two cores, so one file runs at a time.
    fileParallelism: false,
    // They change nothing that another could see, so one process takes them all.
    isolate: false,
    // To end what hangs, never to judge what is slow.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
