import { parseArgs } from 'node:util';

/** An option of a command. */
interface Option {
  /** Name of its value in the help; undefined for a flag. */
  readonly value?: string;
  /** Whether the option may be repeated. */
  readonly multiple?: true;
  readonly help: string;
}

/** A command of the command line. */
interface CommandHelp {
  readonly summary: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly notes: readonly string[];
}

const diff: Option = {
  help: 'shows the changed words in the English of each outdated message',
};

/** The commands. Only `add` takes an argument, a language. */
export const commands = {
  update: {
    summary: 'updates the catalogues from the pages',
    options: {
      diff,
      keep: {
        value: 'text',
        multiple: true,
        help: 'keeps the translations of a message whose English was only corrected; repeatable',
      },
    },
    notes: [
      'A message is outdated when its English has changed. If only code spans, URLs, tags or versions have changed, it is carried over.',
      '--keep takes the beginning of the new English (8 characters or more, of one message only). The message stays current if the change is',
      'small, and if code spans, URLs and tags are the same. A comment in the catalogue records the English that was translated.',
    ],
  },
  check: {
    summary:
      'fails if a translation is missing, outdated, refused or against the style, or if update has not run',
    options: {},
    notes: [],
  },
  status: {
    summary: 'shows the progress of each page in each language',
    options: {
      json: { help: 'writes JSON' },
      diff,
      todo: {
        value: 'language',
        help: 'lists the remaining messages of a language, the most visible ones first',
      },
      locale: { value: 'language', help: 'only this language' },
    },
    notes: [
      'The order of --todo: the interface, which is on every page; title, description and first text of each page; then the rest of',
      'each page. Pages are in sidebar order. Within a page: refused, outdated, unconfirmed, then missing messages.',
    ],
  },
  sign: {
    summary: 'records who translated and who reviewed all current messages',
    options: {
      locale: { value: 'language', help: 'the language' },
      page: {
        value: 'page',
        help: 'only this page: its file, its name, or "interface"',
      },
      by: {
        value: 'name',
        help: 'the translator: a name, or "machine"; the names of other people are kept',
      },
      reviewed: { value: 'name', help: 'the reviewer: a name, or "machine"' },
    },
    notes: [
      'The names are written to the header of a catalogue (X-Translated-By, X-Reviewed-By). A message that differs has its own comments,',
      '"# by: name" and "# reviewed: name"; "# reviewed: no" excludes it from the review in the header.',
    ],
  },
  add: {
    summary: 'adds a language with empty catalogues and an empty glossary',
    options: {},
    notes: [],
  },
} as const satisfies Record<string, CommandHelp>;

/** The name of a command. */
export type CommandName = keyof typeof commands;

/** A parsed command. */
export interface Command {
  readonly name: CommandName;
  /** The language of `add`. */
  readonly language?: string;
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Environment variables, in which npm stores the options that it consumed. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Parses a command.
 *
 * @param words arguments after `i18n`
 * @returns the command, or the lines of the requested help
 * @throws for unknown commands and options, and missing values
 */
export function readCommand(
  words: readonly string[],
  env: Environment = {},
): Command | { help: string[] } {
  const [name, ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help')
    return { help: helpOfAll() };
  if (name === undefined || !isCommand(name))
    throw new Error(
      [
        name === undefined
          ? 'The command is missing.'
          : `Unknown command "${name}"; the commands are ${listed(Object.keys(commands))}.`,
        ...helpOfAll(),
      ].join('\n'),
    );
  return rest.includes('--help') || rest.includes('-h')
    ? { help: helpOf(name) }
    : parse(name, rest, env);
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function parse(name: CommandName, args: string[], env: Environment): Command {
  const { options }: CommandHelp = commands[name];
  const fail = (problem: string): never => {
    throw new Error(
      `i18n ${name}: ${problem} See npm run i18n ${name} -- --help.`,
    );
  };
  const known = listed(Object.keys(options).map((option) => `--${option}`));
  const { tokens } = parseArgs({
    args,
    options: Object.fromEntries(
      Object.entries(options).map(([option, { value }]) => [
        option,
        { type: value === undefined ? 'boolean' : 'string' },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens)
    if (token.kind === 'positional') operands.push(token.value);
    else if (token.kind === 'option') {
      const { rawName, value } = token;
      const option = Object.hasOwn(options, token.name)
        ? options[token.name]
        : undefined;
      if (option === undefined)
        return fail(
          `unknown option ${rawName}; ${known === '' ? 'this command has no options' : `the options are ${known}`}.`,
        );
      if (option.value === undefined) {
        if (value !== undefined) return fail(`${rawName} takes no value.`);
        flags.add(token.name);
        continue;
      }
      if (!value?.trim() || (!token.inlineValue && value.startsWith('-')))
        return fail(
          `${rawName} needs a value; write ${rawName} <${option.value}>.`,
        );
      const all = values.get(token.name) ?? [];
      if (all.length > 0 && option.multiple !== true)
        return fail(`${rawName} can't be repeated.`);
      values.set(token.name, [...all, value]);
    }
  // `npm run i18n status --json` without `--`: npm consumes the option and sets an environment variable.
  const consumed = env['npm_command']?.startsWith('run')
    ? Object.keys(options).filter(
        (option) =>
          env[`npm_config_${option}`] !== undefined &&
          !flags.has(option) &&
          !values.has(option),
      )
    : [];
  const lost = consumed.filter(
    (option) =>
      options[option]?.value !== undefined ||
      env[`npm_config_${option}`] !== 'true',
  );
  if (lost.length > 0)
    throw new Error(
      `i18n ${name}: npm took ${listed(lost.map((option) => `--${option}`))} for itself; write -- before the options: npm run i18n ${name} -- …`,
    );
  consumed.forEach((option) => flags.add(option));
  const [language, ...more] =
    name === 'add' ? operands : [undefined, ...operands];
  if (more[0] !== undefined)
    return fail(
      `unexpected "${more[0]}"; ${name === 'add' ? 'it takes one language' : 'it takes options only'}.`,
    );
  return { name, flags, values, ...(language !== undefined && { language }) };
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}

function helpOfAll(): string[] {
  return [
    'Usage: npm run i18n <command> -- <options>',
    ...columns(
      Object.entries(commands).map(([name, { summary }]) => [name, summary]),
    ),
    'npm run i18n <command> -- --help shows the options of a command.',
  ];
}

function helpOf(name: CommandName): string[] {
  const { options, summary, notes }: CommandHelp = commands[name];
  const operand = name === 'add' ? ' <language>' : '';
  return [
    `Usage: npm run i18n ${name} --${operand}${Object.keys(options).length > 0 ? ' <options>' : ''}`,
    `It ${summary}.`,
    ...columns(
      Object.entries(options).map(([option, { value, help }]) => [
        `--${option}${value === undefined ? '' : ` <${value}>`}`,
        help,
      ]),
    ),
    ...notes,
  ];
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
