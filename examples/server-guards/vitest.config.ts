import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const copy = new URL('dist/without-plugins/', import.meta.url);

export default defineConfig({
  resolve: {
    alias: {
      // The rest of the package exists in builds only.
      'nitropack/runtime': 'nitropack/runtime/plugin',
      // A file that starts a server starts the server of its own app.
      '#server-without-plugins': fileURLToPath(
        new URL('tests/support/server.ts', copy),
      ),
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/build-without-plugins.ts',
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
