import { describe, expect, test } from 'vitest';

import { readCommand } from './arguments.ts';
import { verbs } from './verbs.ts';

function read(line: string, env: Record<string, string> = {}) {
  const command = readCommand(line === '' ? [] : line.split(' '), env);
  if ('help' in command) return command.help.join('\n');
  const { verb, operands, switches, values } = command;
  return { verb, operands, switches: [...switches], values: [...values] };
}

describe('a command', () => {
  test.each([
    ['update', { verb: 'update', operands: [], switches: [], values: [] }],
    [
      'update --diff --keep a --keep=b',
      {
        verb: 'update',
        operands: [],
        switches: ['diff'],
        values: [['keep', ['a', 'b']]],
      },
    ],
    [
      'import old.md --page websockets --locale de',
      {
        verb: 'import',
        operands: ['old.md'],
        switches: [],
        values: [
          ['page', ['websockets']],
          ['locale', ['de']],
        ],
      },
    ],
    ['add fr', { verb: 'add', operands: ['fr'], switches: [], values: [] }],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected);
  });
});

describe('a mistake', () => {
  test.each([
    ['', /^There is no verb\.\nUsage: /],
    [
      'updat',
      /^There is no verb "updat"; there are update, check, status, sign, import and add\.\n/,
    ],
    ['toString', /^There is no verb "toString"/],
    [
      'status --jsn',
      'i18n status: there is no option --jsn; there are --json, --diff, --todo and --locale. See npm run i18n status -- --help.',
    ],
    ['status --constructor', /there is no option --constructor/],
    ['check --json', /there is no option --json; this verb has none\./],
    [
      'status --todo',
      'i18n status: --todo needs a value; write --todo <language>. See npm run i18n status -- --help.',
    ],
    ['status --todo --json', /--todo needs a value/],
    ['status --todo=', /--todo needs a value/],
    ['status --json=yes', /--json takes no value/],
    ['status --todo de --todo fr', /--todo stands twice; it takes one value/],
    [
      'status de',
      'i18n status: "de" is too much; it takes options only. See npm run i18n status -- --help.',
    ],
    ['add fr it', /"it" is too much; it takes <locale>/],
  ])('%s', (line, message) => {
    expect(() => read(line)).toThrow(message);
  });
});

test.each(['--help', '-h', 'help'])('%s lists the verbs', (word) => {
  for (const verb of Object.keys(verbs)) expect(read(word)).toContain(verb);
});

test.each(Object.keys(verbs))('%s --help says what it does', (verb) => {
  const help = read(`${verb} --help`);
  expect(help).toMatch(new RegExp(`^Usage: npm run i18n ${verb} --`));
  for (const option of Object.keys(verbs[verb as keyof typeof verbs].options))
    expect(help).toContain(`--${option}`);
});

describe('an option that npm took, since -- was forgotten', () => {
  const npm = (taken: Record<string, string>): Record<string, string> => ({
    npm_command: 'run',
    ...Object.fromEntries(
      Object.entries(taken).map(([name, value]) => [
        `npm_config_${name}`,
        value,
      ]),
    ),
  });

  test('is given back if it has no value', () => {
    expect(read('status', npm({ json: 'true' }))).toMatchObject({
      switches: ['json'],
    });
    // Set by something else than this command.
    expect(read('status', { npm_config_json: 'true' })).toMatchObject({
      switches: [],
    });
  });

  test('is told if its value has lost its name', () => {
    expect(() => read('status de', npm({ todo: 'true' }))).toThrow(
      'i18n status: npm has taken --todo for itself; write -- before the options: npm run i18n status -- --todo <language>',
    );
    expect(() => read('update', npm({ keep: 'docs/a.mdx' }))).toThrow(
      'npm has taken --keep for itself',
    );
  });

  test('is not missed by an import, which knows its words by their place', () => {
    expect(
      read(
        'import old.md websockets de',
        npm({ page: 'true', locale: 'true' }),
      ),
    ).toMatchObject({ operands: ['old.md', 'websockets', 'de'] });
  });
});
