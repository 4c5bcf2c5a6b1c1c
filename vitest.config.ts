import { defineConfig } from 'vitest/config';

/** What starts examples: never while their own tests do the same. */
const commands = ['tests/commands.test.ts', 'tests/example.test.ts'];
/** What needs both: the site, and examples that nothing builds meanwhile. */
const ownServer = ['tests/playground-own-server.test.ts'];
/** Half of the time that the site takes: both halves run side by side. */
const playgrounds = ['tests/playground*.test.ts'];
/** What unpacks examples elsewhere, installs and runs them. */
const archives = ['tests/example-archive.test.ts'];

/** What starts processes, or tries thousands of inputs: npm run check does without. */
const thorough = [
  ...['any-page', 'command-line', 'hostile', 'po-gettext', 'po-weblate'].map(
    (name) => `src/translation/${name}.test.ts`,
  ),
  'scripts/bench/load/measure.test.ts',
];
/** What tests of one process share is read once: a world of its own for each file took twice the time of the tests. */
const oneWorld = {
  isolate: false,
  maxWorkers: 1,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
};

/** To end what hangs, never to judge what is slow: a machine that runs more besides may take ten times as long. */
const patient = {
  expect: { poll: { timeout: 60_000 } },
  testTimeout: 600_000,
  hookTimeout: 600_000,
};

/** The built site, and one browser at a time: the machine may have two cores. */
const inABrowser = {
  globalSetup: ['tests/support/served-site.ts'],
  fileParallelism: false,
  maxConcurrency: 2,
  ...patient,
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: thorough,
          ...oneWorld,
          ...patient,
        },
      },
      {
        test: { name: 'thorough', include: thorough, ...oneWorld, ...patient },
      },
      {
        test: {
          name: 'commands',
          include: commands,
          fileParallelism: false,
          ...patient,
        },
      },
      { test: { name: 'archives', include: archives, ...patient } },
      {
        test: {
          name: 'own-server',
          include: ownServer,
          globalSetup: ['tests/support/served-site.ts'],
          ...patient,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: [...commands, ...archives, ...ownServer, ...playgrounds],
          ...inABrowser,
        },
      },
      {
        test: {
          name: 'playgrounds',
          include: playgrounds,
          exclude: ownServer,
          ...inABrowser,
        },
      },
    ],
  },
});
