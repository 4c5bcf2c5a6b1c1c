import angular from '@analogjs/vite-plugin-angular';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        // #region unit
        // Compiles components as in a build.
        plugins: [angular()],
        test: {
          name: 'unit',
          include: ['tests/unit/*.test.ts'],
          environment: 'jsdom',
          setupFiles: 'tests/unit/support/test-bed.ts',
          unstubGlobals: true,
          restoreMocks: true,
        },
        // #endregion unit
      },
      { test: { name: 'handlers', include: ['tests/handlers/*.test.ts'] } },
      {
        test: {
          name: 'servers',
          include: ['tests/*.test.ts'],
          globalSetup: 'tests/support/logbook-servers.ts',
          // All files share two servers.
          fileParallelism: false,
          // Ends hanging tests; not a limit for slow ones.
          expect: { poll: { timeout: 60_000 } },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
