import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './browser/ensure-browser.ts';
import { type Example, listExamples } from './examples/catalogue.ts';
import { recordExample } from './examples/record.ts';
import { nearest } from './nearest.ts';
import { run, runTool } from './run/child.ts';
import { main } from './run/main.ts';
import { familyOf, requireAllExamples } from './upgrade/families.ts';
import { pinsOf, withRanges } from './upgrade/manifest.ts';
import {
  type Change,
  commonVersions,
  planLines,
  planOf,
} from './upgrade/plan.ts';
import { publishedVersions } from './upgrade/published.ts';
import { pagesAndEvidence, reportSince } from './upgrade/report.ts';
import { requireCommitted, wayBack } from './upgrade/undo.ts';

// npm run upgrade -- analog [version] [--examples a,b] [--dry-run]: raises packages that belong together, records what
// the examples do with them, and says what that makes of the pages.
await main(async () => {
  const { values, positionals } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      examples: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [typed, wanted] = positionals;
  const family = familyOf(typed);
  requireAllExamples(family, values.examples);
  const all = listExamples();
  const chosen = chosenOf(all, values.examples);
  const files = [
    // A trial with some examples leaves the site and the other examples as they are.
    ...(values.examples === undefined ? ['package.json'] : []),
    ...chosen.map(({ folder }) => `${folder}/package.json`),
  ];
  const manifests = files.map((file) => ({
    file,
    pins: pinsOf(readFileSync(file, 'utf8'), family),
  }));
  const names = new Set(
    manifests.flatMap(({ pins }) => pins.map(({ name }) => name)),
  );
  if (names.size === 0) {
    throw new Error(
      `Neither package.json nor an example that was named asks for ${family.name}. Name other examples with --examples, or leave it out.`,
    );
  }
  const published = await publishedVersions([...names]);
  const plan = planOf(
    manifests,
    family.sameVersion ? commonVersions(published) : published,
    wanted,
  );
  for (const line of planLines(plan)) console.log(line);
  if (plan.changes.length === 0) {
    console.log(
      `Nothing to raise: ${[...names].join(', ')} are there already.`,
    );
    return 0;
  }
  if (values['dry-run']) {
    console.log('Nothing was written (--dry-run).');
    return 0;
  }
  await requireCommitted();
  const browser = await ensureBrowser(console.log);
  const before = await pagesAndEvidence();
  // Whoever interrupts it gets the way back as well.
  process.once('SIGINT', () => {
    void printWayBack().finally(() => process.exit(130));
  });
  try {
    write(plan.changes);
    await install();
    const raised = chosen.filter(({ folder }) =>
      plan.changes.some(({ file }) => file === `${folder}/package.json`),
    );
    const failed = await record(raised, browser);
    if (raised.length === 0) await buildSite();
    for (const line of await reportSince(before)) console.log(line);
    if (failed.length > 0) {
      console.error(
        `\nTests failed in ${failed.join(', ')}: what these have recorded may be incomplete.`,
      );
    }
    return failed.length > 0 ? 1 : 0;
  } finally {
    await printWayBack();
  }
});

function chosenOf(
  examples: readonly Example[],
  typed: string | undefined,
): readonly Example[] {
  if (typed === undefined) return examples;
  const names = examples.map(({ name }) => name);
  return typed.split(',').map((name) => {
    const found = examples.find((example) => example.name === name);
    if (found) return found;
    throw new Error(
      `No example "${name}". Did you mean "${nearest(name, names)}"? There is ${names.join(', ')}.`,
    );
  });
}

function write(changes: readonly Change[]): void {
  for (const file of new Set(changes.map((change) => change.file))) {
    const ranges = new Map(
      changes
        .filter((change) => change.file === file)
        .map(({ name, to }) => [name, to]),
    );
    writeFileSync(file, withRanges(readFileSync(file, 'utf8'), ranges));
  }
}

async function install(): Promise<void> {
  console.log('\nInstalling …');
  const { code, output } = await run('npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (code !== 0) throw new Error(`npm could not install it:\n${output}`);
}

async function record(
  examples: readonly Example[],
  browser: string,
): Promise<string[]> {
  const failed: string[] = [];
  for (const example of examples) {
    console.log(`Running ${example.name} (a minute or two) …`);
    const { code, output } = await recordExample(example, {
      all: false,
      browser,
    });
    if (code === 0) continue;
    console.error(output.trimEnd());
    failed.push(example.name);
  }
  return failed;
}

/** What is a part of no example is proven by the site. */
async function buildSite(): Promise<void> {
  console.log('Building the site, since no example asks for it …');
  const { code, output } = await runTool('tsx/dist/cli.mjs', [
    'scripts/build.ts',
  ]);
  if (code !== 0) throw new Error(`The site cannot be built:\n${output}`);
}

async function printWayBack(): Promise<void> {
  console.log('');
  for (const line of await wayBack()) console.log(line);
}
