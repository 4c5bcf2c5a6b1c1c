import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { readSite } from './catalogues.ts';
import { check } from './check.ts';
import { readContent } from './content.ts';
import { formatProblem } from './problem.ts';
import { printStatus, statusOf } from './status.ts';
import { update } from './update.ts';

const usage = `Usage: i18n <verb>
  update          brings the catalogues up to date with the pages
  check           fails where a translation is missing, stale, refused or against the style
  status [--json] how far each page is in each language`;

/** Modules that may export `content`; the first that there is counts. */
const configFiles = ['content.ts', 'docusaurus.config.ts'];

async function run(verb: string | undefined, options: string[]): Promise<void> {
  if (verb !== 'update' && verb !== 'check' && verb !== 'status') {
    console.error(
      verb === undefined
        ? usage
        : `There is no verb "${verb}"; there are update, check and status.\n${usage}`,
    );
    process.exitCode = 1;
    return;
  }
  const root = process.cwd();
  const configFile =
    configFiles.find((file) => existsSync(join(root, file))) ?? 'content.ts';
  const content = await readContent(root, configFile);
  const site = await readSite(root, content, configFile);
  if (verb === 'update') for (const line of update(site)) console.log(line);
  else if (verb === 'status') {
    const rows = statusOf(site);
    if (options.includes('--json')) console.log(JSON.stringify(rows, null, 2));
    else for (const line of printStatus(rows)) console.log(line);
  } else {
    const problems = check(site);
    for (const problem of problems) console.error(formatProblem(problem));
    if (problems.length > 0) {
      console.error(
        `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the translations`,
      );
      process.exitCode = 1;
    } else
      console.log(
        `The translations are right: ${site.localized.length} catalogues of ${site.sources.length} sources.`,
      );
  }
}

const [, , verb, ...options] = process.argv;
try {
  await run(verb, options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
