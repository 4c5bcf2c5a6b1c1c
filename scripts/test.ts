import { readFileSync } from 'node:fs';
import { content } from '../content.ts';
import {
  ensureBrowser,
  ensureFirefox,
  ensureWebKit,
  ensureWholeBrowser,
} from './browser/ensure-browser.ts';
import { ensureGettext } from './ensure-gettext.ts';
import { checkSteps, exampleCheckSteps } from './check-steps.ts';
import { type Example, listExamples } from './examples/catalogue.ts';
import { drawnCommands, exampleSeed, takenHome } from './examples/drawn.ts';
import { main } from './run/main.ts';
import { closingLine, runSteps, type Step } from './run/steps.ts';
import { timeTable } from './run/time-table.ts';
import { vitestStep } from './run/tool-steps.ts';
import { buildSiteIfChanged } from './site/build-site.ts';
import { siteSettings } from './site/settings.ts';
import { pageFiles } from '../src/translation/pages.ts';

const vitest = [
  process.execPath,
  'node_modules/vitest/vitest.mjs',
  'run',
] as const;

let built: Promise<void> | undefined;

// npm test: the checks, every example on both its servers, the site in a browser.
await main(async () => {
  const env = {
    CHROME_PATH: await ensureBrowser(console.log),
    FIREFOX_PATH: await ensureFirefox(console.log),
  };
  // The test against a reader's own server meets the permission for the local network.
  const whole = { CHROME_PATH: await ensureWholeBrowser(console.log) };
  await ensureWebKit(console.log);
  await ensureGettext(console.log);
  // The links to sources are tested too, also where nobody has said where these are.
  process.env['REPOSITORY_URL'] =
    siteSettings(process.env).repositoryUrl ??
    'https://github.com/owner/repository';

  console.log('\nChecks');
  const checks = await runSteps(checkSteps(), 2, console.log);

  console.log(
    '\nThe site in a browser, the examples on their development and production servers, and the commands of the guide',
  );
  const examples = listExamples();
  const seed = exampleSeed(process.env);
  process.env['EXAMPLE_SEED'] = `${seed}`;
  const home = takenHome(examples, seed);
  console.log(
    `${home.name} is tested as it is taken home, out of its archive (EXAMPLE_SEED=${seed}).`,
  );
  const inRepository = examples.filter(({ name }) => name !== home.name);
  const apps = await runSteps(
    [
      siteTests('site', env),
      testsOfProject('commands', env, startedByCommands(examples, seed)),
      testsOfProject('archives', env),
      ...inRepository.filter(takesLong).map((example) => testsOf(example, env)),
      siteTests('playgrounds', env),
      ...inRepository
        .filter(isMetByTheSite)
        .map((example) => testsOf(example, env)),
      // Once these are through, their apps are built.
      testsOfProject(
        'own-server',
        { ...env, ...whole },
        examples.filter(isMetByTheSite),
      ),
      ...inRepository
        .filter((example) => !takesLong(example) && !isMetByTheSite(example))
        .map((example) => testsOf(example, env)),
      ...exampleCheckSteps(),
      testsOfProject('thorough', env),
    ],
    // Each waits for a server or a browser for a good part of its time: four keep two cores at work.
    4,
    console.log,
  );

  console.log('\nWhere the time went');
  for (const line of timeTable([...checks.times, ...apps.times])) {
    console.log(line);
  }

  const all = [checks, apps];
  const totals = {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
  console.log(`\n${closingLine(totals)}`);
  return totals.failed > 0 ? 1 : 0;
});

function testsOf({ name }: Example, env: Record<string, string>): Step {
  const command = ['npm', 'test', '--workspace', name, '--'] as const;
  return { ...vitestStep(name, command, { env }), holds: [name] };
}

/** @param started the examples that it starts */
function testsOfProject(
  project: string,
  env: Record<string, string>,
  started: readonly Example[] = [],
): Step {
  const command = [...vitest, `--project=${project}`] as const;
  return {
    ...vitestStep(project, command, { env }),
    holds: started.map(({ name }) => name),
  };
}

/** What the commands of the guide start that this run carries out: one app stands no two development servers. */
function startedByCommands(
  examples: readonly Example[],
  seed: number,
): readonly Example[] {
  if (process.env['EXAMPLE_COMMANDS'] === 'all') return examples;
  const pages = pageFiles(content.root, content.docsDir).map((file) =>
    readFileSync(file, 'utf8'),
  );
  const started = drawnCommands(pages, seed).map(({ example }) => example);
  return examples.filter(({ name }) => started.includes(name));
}

/** Whether a page of the site is tested against the server of an example. */
function isMetByTheSite({ name }: Example): boolean {
  return ['websocket-chat', 'handler-scenarios', 'server-sent-events'].includes(
    name,
  );
}

/** What takes long is no good end: the other lanes are idle by then. */
function takesLong({ name }: Example): boolean {
  return ['route-layouts', 'move-to-api-folder', 'server-guards'].includes(
    name,
  );
}

/** Builds the site, once for all that visit it, and visits it. */
function siteTests(project: string, env: Record<string, string>): Step {
  const visit = vitestStep(
    `${project} in a browser`,
    // What the files share is read once, as the pages of the site: each file in a world of its own reads for a second or two.
    [...vitest, `--project=${project}`, '--isolate=false'],
    { env },
  );
  return {
    name: visit.name,
    run: async () => {
      built ??= buildSiteIfChanged(siteSettings(process.env), console.log);
      await built;
      return visit.run();
    },
  };
}
