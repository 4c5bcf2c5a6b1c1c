import { ensureBrowser } from './browser/ensure-browser.ts';
import { ensureGettext } from './ensure-gettext.ts';
import { checkSteps } from './check-steps.ts';
import { type Example, listExamples } from './examples/catalogue.ts';
import { main } from './run/main.ts';
import { closingLine, runSteps, type Step } from './run/steps.ts';
import { vitestStep } from './run/tool-steps.ts';
import { buildSiteIfChanged } from './site/build-site.ts';
import { siteSettings } from './site/settings.ts';

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

  console.log(
    '\nExamples, each built and run on its dev and production server',
  );
  const examples = await runSteps(
    listExamples().map((example) => testsOf(example, env)),
    1,
    console.log,
  );

  console.log('\nThe site');
  const site = await runSteps([siteBuild(), siteTests(env)], 1, console.log);

  const all = [checks, examples, site];
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

function siteBuild(): Step {
  return {
    name: 'build',
    run: async () => {
      await buildSiteIfChanged(siteSettings(process.env), console.log);
      return { passed: 1, failed: 0, output: '' };
    },
  };
}

function siteTests(env: Record<string, string>): Step {
  const vitest = 'node_modules/vitest/vitest.mjs';
  return vitestStep(
    'pages in a browser',
    [process.execPath, vitest, 'run', '--project=site'],
    { env },
  );
}
