import { parseArgs } from 'node:util';

import { helpOf, helpOfAll, type Verb, type VerbName, verbs } from './verbs.ts';

/** A command as a person has typed it. */
export interface Command {
  verb: VerbName;
  /** What stands behind the verb and belongs to no option. */
  operands: string[];
  switches: ReadonlySet<string>;
  values: ReadonlyMap<string, readonly string[]>;
}

/** Environment variables in which npm leaves the options that it took for its own. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a command.
 *
 * @param words - What was typed behind `i18n`.
 * @param env - The environment.
 * @returns The command; or the lines of a help that was asked for.
 * @throws If there is no such verb or option, or if a value is missing; the message says what there is.
 */
export function readCommand(
  words: readonly string[],
  env: Environment = {},
): Command | { help: string[] } {
  const [name, ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help')
    return { help: helpOfAll() };
  if (name === undefined || !isVerb(name))
    throw new Error(
      [
        name === undefined
          ? 'There is no verb.'
          : `There is no verb "${name}"; there are ${listed(Object.keys(verbs))}.`,
        ...helpOfAll(),
      ].join('\n'),
    );
  if (rest.includes('--help') || rest.includes('-h'))
    return { help: helpOf(name) };
  const command = parse(name, rest);
  return withSwallowed(command, env);
}

function isVerb(name: string): name is VerbName {
  return Object.hasOwn(verbs, name);
}

function parse(verb: VerbName, words: string[]): Command {
  const { options }: Verb = verbs[verb];
  const fail = (problem: string): never => {
    throw new Error(
      `i18n ${verb}: ${problem} See npm run i18n ${verb} -- --help.`,
    );
  };
  const there = listed(Object.keys(options).map((option) => `--${option}`));
  const { tokens } = parseArgs({
    args: words,
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
  const switches = new Set<string>();
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens)
    if (token.kind === 'positional') operands.push(token.value);
    else if (token.kind === 'option') {
      const option = options[token.name];
      if (option === undefined || !Object.hasOwn(options, token.name))
        return fail(
          `there is no option ${token.rawName}; ${there === '' ? 'this verb has none' : `there ${Object.keys(options).length === 1 ? 'is' : 'are'} ${there}`}.`,
        );
      if (option.value === undefined) {
        if (token.value !== undefined)
          return fail(`${token.rawName} takes no value.`);
        switches.add(token.name);
        continue;
      }
      const value = token.value;
      if (
        value === undefined ||
        value.trim() === '' ||
        (!token.inlineValue && value.startsWith('-'))
      )
        return fail(
          `${token.rawName} needs a value; write ${token.rawName} <${option.value}>.`,
        );
      const all = values.get(token.name) ?? [];
      if (all.length > 0 && option.multiple !== true)
        return fail(`${token.rawName} stands twice; it takes one value.`);
      values.set(token.name, [...all, value]);
    }
  return { verb, operands, switches, values };
}

/**
 * `npm run i18n status --json` without `--` in between: npm takes the option for its own and leaves it in the environment. A switch is
 * given back. The value of another option has lost its name on the way, so there the person is told how to write it.
 */
function withSwallowed(command: Command, env: Environment): Command {
  const { verb, operands, switches, values } = command;
  const { options, operands: expected }: Verb = verbs[verb];
  const taken =
    env['npm_command'] === 'run' || env['npm_command'] === 'run-script'
      ? Object.entries(options).filter(
          ([option]) =>
            env[`npm_config_${option.replaceAll('-', '_')}`] !== undefined &&
            !switches.has(option) &&
            !values.has(option),
        )
      : [];
  const lost = taken.filter(
    ([option, { value }]) =>
      value !== undefined ||
      env[`npm_config_${option.replaceAll('-', '_')}`] !== 'true',
  );
  // An import has a place for each of its words, so that nothing is lost.
  const placed =
    operands.length === expected.length &&
    lost.every(([option]) => expected.includes(option));
  if (lost.length > 0 && !placed)
    throw new Error(
      `i18n ${verb}: npm has taken ${listed(lost.map(([option]) => `--${option}`))} for itself; write -- before the options: npm run i18n ${verb} -- ${lost.map(([option, { value }]) => (value === undefined ? `--${option}` : `--${option} <${value}>`)).join(' ')}`,
    );
  if (operands.length > expected.length)
    throw new Error(
      `i18n ${verb}: "${operands[expected.length] ?? ''}" is too much; it takes ${expected.length === 0 ? 'options only' : `<${expected.join('> <')}>`}. See npm run i18n ${verb} -- --help.`,
    );
  return {
    ...command,
    switches: new Set([
      ...switches,
      ...taken
        .filter(([, { value }]) => value === undefined)
        .map(([option]) => option),
    ]),
  };
}

function listed(names: readonly string[]): string {
  const [last = '', ...others] = [...names].reverse();
  return others.length === 0
    ? last
    : `${others.reverse().join(', ')} and ${last}`;
}
