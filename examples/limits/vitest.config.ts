import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/limited-servers.ts',
    // All files share two servers, and some of them fill those up.
    fileParallelism: false,
    // No file changes state that another one uses, so one process runs them all.
    isolate: false,
    // Ends hanging tests; not a limit for slow ones.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
