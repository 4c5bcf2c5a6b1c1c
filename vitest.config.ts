import { defineConfig } from 'vitest/config';

/** Start examples, so they never run in parallel with the tests of these examples. */
const commands = ['tests/commands.test.ts', 'tests/example.test.ts'];
/** Need the site and built examples. */
const externalServer = ['tests/playground-external-server.test.ts'];
/** Half of the site's tests, which run in parallel with the other half. */
const playgrounds = ['tests/playground*.test.ts'];
/** Build and run apps into which pages of the built site have been pasted. They don't build it, since they run on another Node. */
const paste = ['tests/paste-run.test.ts'];
/** Install and run the archives of examples. */
const archives = ['tests/example-archive.test.ts'];

/** Start processes, or test thousands of inputs; not part of npm run check. */
const thorough = [
  'src/translation/catalogue/po-gettext.test.ts',
  'src/translation/catalogue/po-weblate.test.ts',
  'src/translation/commands/command-line.test.ts',
  'src/translation/commands/unreadable.test.ts',
  'src/translation/page/any-page.test.ts',
  'src/translation/page/attempts.test.ts',
  'src/translation/foreign-site.test.ts',
  'src/translation/page/hostile.test.ts',
  'scripts/bench/load/measure.test.ts',
  'src/site/config/foreign-site.test.ts',
  'src/site/config/warm-build.test.ts',
  'scripts/node/ensure-node.test.ts',
];
/** Compare all tested Node versions: npm run test:node -- all. */
const nodeVersions = ['scripts/node/differences.test.ts'];
/** Without isolation, modules load once for all files, which halves the time. */
const withoutIsolation = {
  isolate: false,
  maxWorkers: 1,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
};

/** In one process, a second copy of Prism would lack the languages of the first one. */
const onePrism = {
  alias: { 'prismjs/components/prism-core.js': 'prismjs' },
};

/** Stops hanging tests. */
const shortTimeouts = { testTimeout: 10_000, hookTimeout: 10_000 };

/** Stops only hanging tests, since servers and browsers on a busy machine may take ten times as long. */
const longTimeouts = {
  expect: { poll: { timeout: 60_000 } },
  testTimeout: 600_000,
  hookTimeout: 600_000,
};

/** The built site in one browser at a time, for machines with two cores. */
const inABrowser = {
  globalSetup: ['tests/support/served-site.ts'],
  fileParallelism: false,
  maxConcurrency: 2,
  ...longTimeouts,
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: onePrism,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...thorough, ...nodeVersions],
          ...withoutIsolation,
          ...shortTimeouts,
        },
      },
      {
        resolve: onePrism,
        test: {
          name: 'thorough',
          include: thorough,
          ...withoutIsolation,
          ...longTimeouts,
        },
      },
      {
        test: {
          name: 'commands',
          include: commands,
          fileParallelism: false,
          ...longTimeouts,
        },
      },
      { test: { name: 'archives', include: archives, ...longTimeouts } },
      {
        test: { name: 'node-versions', include: nodeVersions, ...longTimeouts },
      },
      {
        test: {
          name: 'external-server',
          include: externalServer,
          globalSetup: ['tests/support/served-site.ts'],
          ...longTimeouts,
        },
      },
      {
        test: {
          name: 'paste',
          include: paste,
          ...longTimeouts,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/**/*.test.ts'],
          exclude: [
            ...commands,
            ...archives,
            ...externalServer,
            ...paste,
            ...playgrounds,
          ],
          ...inABrowser,
        },
      },
      {
        test: {
          name: 'playgrounds',
          include: playgrounds,
          exclude: externalServer,
          ...inABrowser,
        },
      },
    ],
  },
});
