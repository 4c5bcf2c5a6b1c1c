import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { addLocale } from './add-locale.ts';
import { type Command, type Environment, readCommand } from './arguments.ts';
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

/** Where a command is typed, and where it says what it has done. */
export interface Io {
  /** Absolute path of the site. */
  root: string;
  env: Environment;
  /** Whether the output shows colours. */
  colour: boolean;
  /** Takes the lines of the output. */
  print: (lines: readonly string[]) => void;
  /** Takes a line for the person only, not for a program that reads the output. */
  complain: (line: string) => void;
}

function runUpdate(
  site: Site,
  { switches, values }: Command,
  { print, colour }: Io,
): number {
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
    print([
      'npm run i18n status -- --diff shows what has changed in the English of each stale message.',
    ]);
  return results.some(({ reason, named }) => named && reason !== undefined)
    ? 1
    : 0;
}

function runCheck(site: Site, { print, complain }: Io): number {
  const problems = check(site);
  for (const problem of problems) complain(formatProblem(problem));
  if (problems.length === 0) {
    print([
      `The translations are right: ${site.localized.length} catalogues of ${site.sources.length} sources.`,
    ]);
    return 0;
  }
  complain(
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the translations`,
  );
  return 1;
}

function runStatus(
  site: Site,
  { switches, values }: Command,
  { print, complain, colour }: Io,
): number {
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
    complain(
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

function runSign(site: Site, { values }: Command, { print }: Io): number {
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
  print([
    `${locale}: ${messages} messages in ${results.length} ${results.length === 1 ? 'catalogue' : 'catalogues'} are signed.`,
  ]);
  return 0;
}

async function run(command: Command, io: Io): Promise<number> {
  const { root, print } = io;
  const configFile =
    configFiles.find((file) => existsSync(join(root, file))) ?? 'content.ts';
  const content = await readContent(root, configFile);
  const site = await readSite(root, content, configFile);
  switch (command.verb) {
    case 'update':
      return runUpdate(site, command, io);
    case 'check':
      return runCheck(site, io);
    case 'status':
      return runStatus(site, command, io);
    case 'sign':
      return runSign(site, command, io);
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

/**
 * Does what was typed behind `i18n`.
 *
 * @param words - What was typed.
 * @param io - Where it was, and where the answer goes.
 * @returns The exit code; what cannot be done is said to the person, and is 1.
 */
export async function runCommandLine(
  words: readonly string[],
  io: Io,
): Promise<number> {
  try {
    const command = readCommand(words, io.env);
    if (!('help' in command)) return await run(command, io);
    io.print(command.help);
    return 0;
  } catch (error) {
    io.complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
