import {
  isReadable,
  readSite,
  type Site,
  type Source,
  unreadable,
} from '../catalogue/site.ts';
import { signCatalogue } from '../catalogue/provenance.ts';
import { type Content, readContent } from '../content.ts';
import { formatProblem } from '../problem.ts';
import { printableLines } from '../style/printable.ts';
import { addLocale } from './add-locale.ts';
import { type Command, type Environment, readCommand } from './arguments.ts';
import { check } from './check.ts';
import { keepTranslations } from './keep.ts';
import { formatOutdated, outdatedMessages } from './outdated.ts';
import { printStatus, statusOf } from './status.ts';
import { printTodo, todoOf } from './todo.ts';
import { isOutdated, update } from './update.ts';
import { formatDiff, wordDiff } from './word-diff.ts';

/** Location and output of a command. */
export interface Io {
  /** Absolute path of the site. */
  root: string;
  env: Environment;
  /** Whether to print colours. */
  colour: boolean;
  /** Prints lines to stdout. */
  print: (lines: readonly string[]) => void;
  /** Prints a line for people, not for programs that read stdout. */
  complain: (line: string) => void;
}

function runUpdate(
  site: Site,
  { flags, values }: Command,
  { print, colour }: Io,
): number {
  const { localized, results } = keepTranslations(
    site.localized,
    values.get('keep') ?? [],
  );
  print(update({ ...site, localized }));
  for (const { message, reason } of results) {
    const { file, line, before, entry } = message;
    print([
      `${reason === undefined ? 'kept' : 'not kept'} ${file}:${line}`,
      `  ${formatDiff(wordDiff(before, entry.id), colour)}`,
      ...(reason === undefined ? [] : [`  ${reason}.`]),
    ]);
  }
  const outdated = localized.flatMap(outdatedMessages);
  if (flags.has('diff'))
    print(outdated.flatMap((message) => formatOutdated(message, colour)));
  else if (outdated.length > 0)
    print([
      'npm run i18n status -- --diff shows the changed words in the English of each outdated message.',
    ]);
  return results.some(({ reason }) => reason !== undefined) ? 1 : 0;
}

async function runCheck(site: Site, { print, complain }: Io): Promise<number> {
  const problems = await check(site);
  for (const problem of problems) complain(formatProblem(problem));
  if (problems.length === 0) {
    print([
      `The translations are complete and correct: ${site.localized.length} catalogues of ${site.sources.length} sources.`,
    ]);
    return 0;
  }
  complain(
    `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the texts and translations`,
  );
  return 1;
}

function runStatus(
  site: Site,
  { flags, values }: Command,
  { print, complain, colour }: Io,
): number {
  const [todo] = values.get('todo') ?? [];
  const [only] = values.get('locale') ?? [];
  const locale =
    todo !== undefined || only !== undefined
      ? localeNamed(site.content, todo ?? only)
      : undefined;
  const localized = site.localized.filter(
    (one) => locale === undefined || one.locale === locale,
  );
  const json = flags.has('json');
  const diff = flags.has('diff');
  if (localized.some((one) => isOutdated(site.root, one)))
    complain(
      'The catalogues are outdated; line numbers below are those after npm run i18n update.',
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
        .flatMap(outdatedMessages)
        .flatMap((message) => formatOutdated(message, colour)),
    );
  return 0;
}

function runSign(site: Site, { values }: Command, { print }: Io): number {
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
  const all = await readSite(root, await readContent(root));
  if (command.name === 'check') return runCheck(all, io);
  const problems = unreadable(all);
  for (const problem of problems) io.complain(formatProblem(problem));
  const site = { ...all, localized: all.localized.filter(isReadable) };
  // Skipped files make the result incomplete.
  const code = problems.length === 0 ? 0 : 1;
  switch (command.name) {
    case 'update':
      return runUpdate(site, command, io) || code;
    case 'status':
      return runStatus(site, command, io) || code;
    case 'sign':
      return runSign(site, command, io) || code;
    case 'add': {
      const { language } = command;
      if (language === undefined)
        throw new Error(
          'i18n add: the language is missing; write npm run i18n add fr.',
        );
      print(addLocale(site, language));
      return 0;
    }
  }
}

/**
 * Runs a command. Its output is free of control characters.
 *
 * @param words its arguments
 * @returns the exit code: 1 after an error, which is printed
 */
export async function runCommandLine(
  words: readonly string[],
  io: Io,
): Promise<number> {
  const safe: Io = {
    ...io,
    print: (lines) =>
      io.print(lines.map((line) => printableLines(line, io.colour))),
    complain: (line) => io.complain(printableLines(line, false)),
  };
  try {
    const command = readCommand(words, io.env);
    if (!('help' in command)) return await run(command, safe);
    safe.print(command.help);
    return 0;
  } catch (error) {
    safe.complain(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** Name of the source of texts that are on no page. */
const interfaceName = 'interface';

/**
 * Whether a name refers to a source.
 *
 * @param name a page's file, with or without extension or docs folder, or `interface`
 */
function isNamed({ file, page }: Source, name: string): boolean {
  if (page === undefined) return name === interfaceName || name === file;
  const bare = (path: string): string =>
    path.replace(/^\.\//, '').replace(/\.mdx?$/, '');
  const inside = bare(file).slice(bare(file).indexOf('/') + 1);
  return bare(name) === bare(file) || bare(name) === inside;
}

/**
 * Finds a source by name.
 *
 * @throws if there is none; the error lists all names
 */
function sourceNamed(sources: readonly Source[], name: string): Source {
  const source = sources.find((one) => isNamed(one, name));
  if (source !== undefined) return source;
  const names = sources.map(({ file, page }) =>
    page === undefined
      ? interfaceName
      : file.slice(file.indexOf('/') + 1).replace(/\.mdx?$/, ''),
  );
  throw new Error(
    `Unknown page "${name}"; there are ${names.join(', ')}. Use one of these.`,
  );
}

/**
 * Validates the locale of an option.
 *
 * @param name undefined if the option is missing
 * @throws if the site isn't translated into it; the error lists all languages
 */
function localeNamed(
  { locales, defaultLocale }: Pick<Content, 'locales' | 'defaultLocale'>,
  name: string | undefined,
): string {
  const others = locales.filter((locale) => locale !== defaultLocale);
  if (name !== undefined && others.includes(name)) return name;
  const languages =
    others.length === 0
      ? `the site is in ${defaultLocale} only`
      : `there are ${others.join(', ')}`;
  throw new Error(
    name === undefined
      ? `The language is missing; ${languages}. Write --locale <language>.`
      : `"${name}" is not a language of the translations; ${languages}.`,
  );
}
