import {
  ensureBrowser,
  ensureFirefox,
  ensureWebKit,
  ensureDesktopBrowser,
} from './browser/browsers.ts';
import { checkSteps } from './check-steps.ts';
import { type Example, listExamples } from '../src/site/examples/catalogue.ts';
import {
  exampleSeed,
  sampledArchive,
  sampledCommands,
} from './examples/sample.ts';
import { exampleNode } from './node/example-node.ts';
import { ensureGettext } from './run/apt.ts';
import { main } from './run/main.ts';
import { closingLine, runSteps, type Step } from './run/steps.ts';
import { vitestStep } from './run/tool-steps.ts';
import { buildSiteIfChanged } from './site/build-site.ts';
import { siteSettings } from '../src/site/config/settings.ts';
import { readCoverage, readPages } from '../src/site/pages/pages.ts';

const vitest = [
  process.execPath,
  'node_modules/vitest/vitest.mjs',
  'run',
] as const;

/** Examples whose servers the site's playgrounds connect to. */
const usedBySite = [
  'websocket-chat',
  'handler-scenarios',
  'server-sent-events',
];

/** Examples that start first, because a long step at the end leaves the other lanes idle. */
const slow = ['move-to-api-folder', 'server-guards', 'route-layouts'];

let built: Promise<void> | undefined;

// npm test: the checks, each example in development and production, the site in browsers.
await main(async () => {
  const env = {
    CHROME_PATH: await ensureBrowser(console.log),
    FIREFOX_PATH: await ensureFirefox(console.log),
  };
  // The headless shell doesn't ask for permission to access the local network.
  const desktop = { CHROME_PATH: await ensureDesktopBrowser(console.log) };
  await ensureWebKit(console.log);
  await ensureGettext(console.log);
  const node = await exampleNode();
  // Examples run on a Node that Angular supports. A larger young generation saves a tenth of a build's time.
  const onExampleNode = {
    ...env,
    ...node.env,
    NODE_OPTIONS: '--max-semi-space-size=64',
  };
  // Links to sources are tested even if the repository's URL is unknown.
  process.env['REPOSITORY_URL'] =
    siteSettings(process.env).repositoryUrl ??
    'https://github.com/owner/repository';

  console.log('\nChecks');
  const checks = await runSteps(checkSteps(), 2, console.log);

  console.log(
    '\nThe site in browsers, the examples on both servers, and the commands of the guide',
  );
  const examples = listExamples();
  const seed = exampleSeed(process.env);
  process.env['EXAMPLE_SEED'] = `${seed}`;
  const archived = sampledArchive(examples, seed);
  console.log(
    `${archived.name} is tested from its archive (EXAMPLE_SEED=${seed} repeats the selection).`,
  );
  const inRepository = examples.filter(({ name }) => name !== archived.name);
  const used = inRepository.filter(({ name }) => usedBySite.includes(name));
  const slowest = inRepository.filter(({ name }) => slow.includes(name));
  const others = inRepository.filter(
    (example) => !used.includes(example) && !slowest.includes(example),
  );
  const apps = await runSteps(
    [
      siteTests('site', env),
      testsOfProject('commands', env, await startedByCommands(examples, seed)),
      testsOfProject('archives', onExampleNode),
      ...slowest.map((example) => testsOf(example, onExampleNode)),
      siteTests('playgrounds', env),
      ...used.map((example) => testsOf(example, onExampleNode)),
      // Their apps are built once these locks are free.
      testsOfProject(
        'external-server',
        { ...onExampleNode, ...desktop },
        examples.filter(({ name }) => usedBySite.includes(name)),
      ),
      ...others.map((example) => testsOf(example, onExampleNode)),
      pasteTests(onExampleNode),
      testsOfProject('thorough', env),
    ],
    // Steps wait for servers and browsers part of their time: four keep two cores busy.
    4,
    console.log,
  );

  const totals = {
    passed: checks.passed + apps.passed,
    failed: checks.failed + apps.failed,
  };
  console.log(`\n${closingLine(totals)}`);
  return totals.failed > 0 ? 1 : 0;
});

function testsOf({ name }: Example, env: Record<string, string>): Step {
  const command = ['npm', 'test', '--workspace', name, '--'] as const;
  return { ...vitestStep(name, command, { env }), locks: [name] };
}

/** @param started examples whose servers the tests start */
function testsOfProject(
  project: string,
  env: Record<string, string>,
  started: readonly Example[] = [],
): Step {
  const command = [...vitest, `--project=${project}`] as const;
  return {
    ...vitestStep(project, command, { env }),
    locks: started.map(({ name }) => name),
  };
}

/** The examples that the sampled commands of the guide start: an app can't run two development servers. */
async function startedByCommands(
  examples: readonly Example[],
  seed: number,
): Promise<readonly Example[]> {
  if (process.env['EXAMPLE_COMMANDS'] === 'all') return examples;
  const { commands } = readCoverage(await readPages());
  const started = sampledCommands(
    commands.map(({ command }) => command),
    seed,
  ).map(({ example }) => example);
  return examples.filter(({ name }) => started.includes(name));
}

/** Tests of the built site. */
function siteTests(project: string, env: Record<string, string>): Step {
  return afterBuild(
    vitestStep(
      `${project} in a browser`,
      // The files share one process, which loads modules and pages once.
      [...vitest, `--project=${project}`, '--isolate=false'],
      { env },
    ),
  );
}

/** Builds apps from the pages of the built site, on the Node of the examples. */
function pasteTests(env: Record<string, string>): Step {
  const command = ['node', ...vitest.slice(1), '--project=paste'] as const;
  return afterBuild(vitestStep('pasted pages', command, { env }));
}

/** Builds the site once for all steps that need it. */
function afterBuild(step: Step): Step {
  return {
    ...step,
    run: async () => {
      built ??= buildSiteIfChanged(siteSettings(process.env), console.log);
      await built;
      return step.run();
    },
  };
}
