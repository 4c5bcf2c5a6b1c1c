import { describe, expect, test } from 'vitest';

import { commands, readCommand } from './arguments.ts';

function read(line: string, env: Record<string, string> = {}) {
  const command = readCommand(line === '' ? [] : line.split(' '), env);
  if ('help' in command) return command.help.join('\n');
  const { flags, values, ...others } = command;
  return { ...others, flags: [...flags], values: [...values] };
}

describe('a command', () => {
  test.each([
    ['update', { name: 'update', flags: [], values: [] }],
    [
      'update --diff --keep a --keep=b',
      { name: 'update', flags: ['diff'], values: [['keep', ['a', 'b']]] },
    ],
    ['add fr', { name: 'add', language: 'fr', flags: [], values: [] }],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });
});

describe('a mistake', () => {
  test.each([
    ['', /^The command is missing\.\nUsage: /],
    [
      'updat',
      /^Unknown command "updat"; the commands are update, check, status, sign, and add\.\n/,
    ],
    ['toString', /^Unknown command "toString"/],
    [
      'status --jsn',
      'i18n status: unknown option --jsn; the options are --json, --diff, --todo, and --locale. See npm run i18n status -- --help.',
    ],
    ['status --constructor', /unknown option --constructor/],
    ['check --json', /unknown option --json; this command has no options\./],
    [
      'status --todo',
      'i18n status: --todo needs a value; write --todo <language>. See npm run i18n status -- --help.',
    ],
    ['status --todo --json', /--todo needs a value/],
    ['status --todo=', /--todo needs a value/],
    ['status --json=yes', /--json takes no value/],
    ['status --todo de --todo fr', /--todo can't be repeated/],
    [
      'status de',
      'i18n status: unexpected "de"; it takes options only. See npm run i18n status -- --help.',
    ],
    ['add fr it', /unexpected "it"; it takes one language/],
  ])('%s', (line, message) => {
    expect(() => read(line)).toThrow(message);
  });
});

test.each(['--help', '-h', 'help'])('%s prints the commands', (word) => {
  for (const name of Object.keys(commands)) expect(read(word)).toContain(name);
});

test.each(Object.entries(commands))(
  '%s --help prints its options',
  (name, { options }) => {
    const help = read(`${name} --help`);
    expect(help).toMatch(new RegExp(`^Usage: npm run i18n ${name} --`));
    for (const option of Object.keys(options))
      expect(help).toContain(`--${option}`);
  },
);

describe('an option that npm consumed because -- is missing', () => {
  const npm = (taken: Record<string, string>): Record<string, string> => ({
    npm_command: 'run',
    ...Object.fromEntries(
      Object.entries(taken).map(([name, value]) => [
        `npm_config_${name}`,
        value,
      ]),
    ),
  });

  test('is restored if it has no value', () => {
    expect(read('status', npm({ json: 'true' }))).toMatchObject({
      flags: ['json'],
    });
    // Not set by this npm command.
    expect(read('status', { npm_config_json: 'true' })).toMatchObject({
      flags: [],
    });
  });

  test('is reported if it has a value', () => {
    expect(() => read('status de', npm({ todo: 'true' }))).toThrow(
      'i18n status: npm took --todo for itself; write -- before the options: npm run i18n status -- …',
    );
    expect(() => read('update', npm({ keep: 'docs/a.mdx' }))).toThrow(
      'npm took --keep for itself',
    );
  });
});
