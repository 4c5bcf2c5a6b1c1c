import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// A file that starts a server starts the server of its own app.
const serverOf = (variant: string) =>
  fileURLToPath(
    new URL(`dist/${variant}/tests/support/server.ts`, import.meta.url),
  );

export default defineConfig({
  resolve: {
    alias: {
      '#server-before': serverOf('before'),
      '#server-moved': serverOf('moved'),
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/build-variants.ts',
    // The servers share two cores, so one file runs at a time.
    fileParallelism: false,
    // No file changes state that another one uses, so one process runs them all.
    isolate: false,
    // Ends hanging tests; not a limit for slow ones.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
