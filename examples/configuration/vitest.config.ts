import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const wrong = new URL('dist/wrong/', import.meta.url);

export default defineConfig({
  resolve: {
    alias: {
      // What starts a server starts that of the app in whose folder it is.
      '#wrong-server': fileURLToPath(new URL('tests/support/server.ts', wrong)),
    },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: [
      'tests/support/serve-backend.ts',
      'tests/support/build-defaults.ts',
    ],
    // To end what hangs, never to judge what is slow.
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
