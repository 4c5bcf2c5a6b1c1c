import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/serve-both.ts',
    // All files share two servers, on which the sockets of an account receive each other's notes.
    fileParallelism: false,
    // No file changes state that another one uses, so one process runs them all.
    isolate: false,
    // A busy machine takes its time for the first page of a development server.
    testTimeout: 180_000,
    hookTimeout: 90_000,
  },
});
