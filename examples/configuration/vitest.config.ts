import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const wrong = new URL('dist/wrong/', import.meta.url);

export default defineConfig({
  resolve: {
    alias: {
      // A file that starts a server starts the server of its own app.
      '#wrong-server': fileURLToPath(new URL('tests/support/server.ts', wrong)),
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: [
      'tests/support/serve-backend.ts',
      'tests/support/build-defaults.ts',
    ],
    // Ends hanging tests; not a limit for slow ones.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
