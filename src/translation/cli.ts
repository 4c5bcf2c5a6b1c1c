import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { addLocale } from './add-locale.ts';
import { type Command, readCommand } from './arguments.ts';
import { readSite, type Site } from './catalogues.ts';
import { check } from './check.ts';
import { readContent } from './content.ts';
import { importInto } from './import-command.ts';
import { keepTranslations } from './keep.ts';
import { localeNamed, sourceNamed } from './names.ts';
import { formatProblem } from './problem.ts';
import { signCatalogue } from './sign.ts';
import { printStale, staleMessages } from './stale.ts';
import { printStatus, statusOf } from './status.ts';
import { printTodo, todoOf } from './todo.ts';
import { isOutdated, requireReadable, update } from './update.ts';
import { formatDiff, wordDiff } from './word-diff.ts';

/** Modules that may export `content`; the first that there is counts. */
const configFiles = ['content.ts', 'docusaurus.config.ts'];

// NO_COLOR and FORCE_COLOR count as they do for Node itself.
const colour = process.stdout.isTTY && process.stdout.hasColors();

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

function runUpdate(site: Site, { switches, values }: Command): number {
  requireReadable(site);
  const names = values.get('keep') ?? [];
  const { localized, results } = keepTranslations(site.localized, names);
  print(update({ ...site, localized }));
  for (const { stale, reason } of results) {
    const { file, line, before, entry } = stale;
    print([
      `${reason === undefined ? 'kept' : 'not kept'} ${file}:${line}`,
      `  ${formatDiff(wordDiff(before, entry.id), colour)}`,
      ...(reason === undefined ? [] : [`  ${reason}.`]),
    ]);
  }
  const stale = localized.flatMap(staleMessages);
  if (switches.has('diff'))
    print(stale.flatMap((message) => printStale(message, colour)));
  else if (stale.length > 0)
    console.log(
      'npm run i18n status -- --diff shows what has changed in the English of each stale message.',
    );
  return results.some(({ reason, named }) => named && reason !== undefined)
    ? 1
    : 0;
}

function runCheck(site: Site): number {
  const problems = check(site);
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length === 0) {
    console.log(
      `The translations are right: ${site.localized.length} catalogues of ${site.sources.length} sources.`,
    );
    return 0;
  }
  console.error(
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the translations`,
  );
  return 1;
}

function runStatus(site: Site, { switches, values }: Command): number {
  requireReadable(site);
  const [todo] = values.get('todo') ?? [];
  const [only] = values.get('locale') ?? [];
  const locale =
    todo !== undefined || only !== undefined
      ? localeNamed(site.content, todo ?? only)
      : undefined;
  const localized = site.localized.filter(
    (one) => locale === undefined || one.locale === locale,
  );
  const json = switches.has('json');
  const diff = switches.has('diff');
  if (localized.some((one) => isOutdated(site.root, one)))
    // Not among the results, which a program may read.
    console.error(
      'The catalogues are not up to date, and the lines below are those after npm run i18n update.',
    );
  if (todo !== undefined) {
    const todos = todoOf(site, todo);
    print(
      json
        ? [JSON.stringify(todos, null, 2)]
        : printTodo(todos, { diff, colour }),
    );
    return 0;
  }
  const rows = statusOf({ ...site, localized });
  if (json) {
    print([JSON.stringify(rows, null, 2)]);
    return 0;
  }
  print(printStatus(rows));
  if (diff)
    print(
      localized
        .flatMap(staleMessages)
        .flatMap((message) => printStale(message, colour)),
    );
  return 0;
}

function runSign(site: Site, { values }: Command): number {
  requireReadable(site);
  const locale = localeNamed(site.content, values.get('locale')?.[0]);
  const [by] = values.get('by') ?? [];
  const [reviewed] = values.get('reviewed') ?? [];
  if (by === undefined && reviewed === undefined)
    throw new Error(
      'i18n sign: write --by <name>, --reviewed <name>, or both.',
    );
  const [page] = values.get('page') ?? [];
  const source =
    page === undefined ? undefined : sourceNamed(site.sources, page);
  const results = site.localized
    .filter((one) => one.locale === locale)
    .filter((one) => source === undefined || one.source === source)
    .map((one) =>
      signCatalogue(one, {
        ...(by === undefined ? {} : { by }),
        ...(reviewed === undefined ? {} : { reviewed }),
      }),
    );
  const messages = results.reduce((sum, one) => sum + one.messages, 0);
  update({ ...site, localized: results.map((one) => one.localized) });
  console.log(
    `${locale}: ${messages} messages in ${results.length} ${results.length === 1 ? 'catalogue' : 'catalogues'} are signed.`,
  );
  return 0;
}

async function run(command: Command): Promise<number> {
  const root = process.cwd();
  const configFile =
    configFiles.find((file) => existsSync(join(root, file))) ?? 'content.ts';
  const content = await readContent(root, configFile);
  const site = await readSite(root, content, configFile);
  switch (command.verb) {
    case 'update':
      return runUpdate(site, command);
    case 'check':
      return runCheck(site);
    case 'status':
      return runStatus(site, command);
    case 'sign':
      return runSign(site, command);
    case 'import':
      print(await importInto(site, command));
      return 0;
    case 'add': {
      const [locale] = command.operands;
      if (locale === undefined)
        throw new Error(
          'i18n add: the language is missing; write npm run i18n add fr.',
        );
      print(addLocale(site, locale, configFile));
      return 0;
    }
  }
}

// Who reads may stop early, as `head` does: the work is done to its end all the same, and that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

try {
  const command = readCommand(process.argv.slice(2), process.env);
  if ('help' in command) print(command.help);
  else process.exitCode = await run(command);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
