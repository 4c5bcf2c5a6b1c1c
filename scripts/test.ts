import { ensureBrowser } from './browser/ensure-browser.ts';
import { ensureGettext } from './ensure-gettext.ts';
import { checkSteps } from './check-steps.ts';
import { type Example, listExamples } from './examples/catalogue.ts';
import { main } from './run/main.ts';
import { closingLine, runSteps, type Step } from './run/steps.ts';
import { vitestStep } from './run/tool-steps.ts';
import { buildSiteIfChanged } from './site/build-site.ts';
import { siteSettings } from './site/settings.ts';

const vitest = [
  process.execPath,
  'node_modules/vitest/vitest.mjs',
  'run',
] as const;

// npm test: the checks, every example on both its servers, the site in a browser.
await main(async () => {
  const browser = await ensureBrowser(console.log);
  const env = { CHROME_PATH: browser };
  await ensureGettext(console.log);
  // The links to sources are tested too, also where nobody has said where these are.
  process.env['REPOSITORY_URL'] =
    siteSettings(process.env).repositoryUrl ??
    'https://github.com/owner/repository';

  console.log('\nChecks');
  const checks = await runSteps(checkSteps(), 2, console.log);

  // Each spends much of its time waiting for a server or a browser: two at a time use two cores.
  console.log(
    '\nThe site in a browser, and the examples on their development and production servers',
  );
  const apps = await runSteps(
    [siteTests(env), ...listExamples().map((example) => testsOf(example, env))],
    2,
    console.log,
  );

  // These start examples as well, and one app stands no two development servers.
  console.log('\nThe commands of the guide, and an example taken home');
  const commands = await runSteps(
    ['archives', 'commands'].map((project) =>
      vitestStep(project, [...vitest, `--project=${project}`], { env }),
    ),
    2,
    console.log,
  );

  const all = [checks, apps, commands];
  const totals = {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
  console.log(`\n${closingLine(totals)}`);
  return totals.failed > 0 ? 1 : 0;
});

function testsOf({ name }: Example, env: Record<string, string>): Step {
  return vitestStep(name, ['npm', 'test', '--workspace', name, '--'], { env });
}

/** Builds the site and visits it. */
function siteTests(env: Record<string, string>): Step {
  const visit = vitestStep(
    'pages in a browser',
    [...vitest, '--project=site'],
    { env },
  );
  return {
    name: visit.name,
    run: async () => {
      await buildSiteIfChanged(siteSettings(process.env), console.log);
      return visit.run();
    },
  };
}
