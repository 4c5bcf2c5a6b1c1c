import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { formatProblem } from '../problem.ts';
import { readCatalogue, releaseCatalogue } from './catalogue-files.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'store-'));
});

afterAll(() => rmSync(root, { recursive: true }));

const head = (charset: string): string =>
  `msgid ""
msgstr ""
"Language: de\\n"
"Content-Type: text/plain; charset=${charset}\\n"
`;

const one = 'msgid "One"\nmsgstr "Eins"\n';

function read(name: string, ...parts: (string | number[])[]) {
  writeFileSync(
    join(root, name),
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'string' ? Buffer.from(part) : Buffer.from(part),
      ),
    ),
  );
  const catalogue = readCatalogue(root, name);
  return {
    problems: catalogue.problems.map(formatProblem),
    texts: [...catalogue.byKey.values()].map(({ text }) => text),
  };
}

test.each([
  ['a byte of Latin-1', [0xfc], '0xFC'],
  ['a character that is not whole', [0x62, 0xe2, 0x82], '0xE2'],
  ['a continuation without a beginning', [0x80], '0x80'],
])('%s invalidates only its own message', (name, bytes, shown) => {
  expect(
    read(
      `${name}.po`,
      `${head('UTF-8')}\n${one}\nmsgid "For"\nmsgstr "f`,
      bytes,
      'r"\n\nmsgid "Rooms"\nmsgstr "Räume"\n',
    ),
  ).toEqual({
    problems: [
      `${name}.po:10: this byte is not UTF-8; there is ${shown}; save the file as UTF-8.`,
    ],
    texts: ['Eins', 'Räume'],
  });
});

test('reports a wrong byte in a comment once and keeps the message before it', () => {
  expect(
    read(
      'comment.po',
      `${head('UTF-8')}\n${one}# f`,
      [0xfc],
      'r\nmsgid "For"\nmsgstr "f',
      [0xfc],
      'r"\n',
    ),
  ).toEqual({
    problems: [
      'comment.po:8: this byte is not UTF-8; there is 0xFC; save the file as UTF-8.',
    ],
    texts: ['Eins'],
  });
});

test.each(['ISO-8859-1', 'GB2312'])(
  'reports the line of a header with %s',
  (charset) => {
    expect(read(`${charset}.po`, `${head(charset)}\n${one}`)).toEqual({
      problems: [
        `${charset}.po:4: catalogues are UTF-8; there is charset=${charset}; save the file as UTF-8 and write charset=UTF-8.`,
      ],
      texts: ['Eins'],
    });
  },
);

test('accepts a lower-case name of the encoding', () => {
  expect(read('lower.po', `${head('utf-8')}\n${one}`).problems).toEqual([]);
});

test('reads a catalogue once until it is released', () => {
  writeFileSync(join(root, 'kept.po'), `${head('UTF-8')}\n${one}`);
  const first = readCatalogue(root, 'kept.po');
  expect(readCatalogue(root, 'kept.po')).toBe(first);
  releaseCatalogue(root, 'kept.po');
  const second = readCatalogue(root, 'kept.po');
  expect(second).not.toBe(first);
  expect(second).toEqual(first);
});

test('caches the catalogues of a hundred pages', () => {
  const names = Array.from({ length: 101 }, (_, index) => `many-${index}.po`);
  for (const name of names) writeFileSync(join(root, name), one);
  const [first, second] = names.map((name) => readCatalogue(root, name));
  expect(readCatalogue(root, 'many-1.po')).toBe(second);
  expect(readCatalogue(root, 'many-0.po')).not.toBe(first);
});

// Compares with GNU gettext, which CI requires and developers may lack.
const hasGettext = spawnSync('msgfmt', ['--version']).status === 0;
const withGettext =
  hasGettext || process.env['CI'] !== undefined ? test : () => undefined;

withGettext('msgfmt refuses the same line', () => {
  const { problems } = read(
    'msgfmt.po',
    `${head('UTF-8')}\nmsgid "For"\nmsgstr "f`,
    [0xfc],
    'r"\n',
  );
  const run = spawnSync('msgfmt', ['-o', '/dev/null', 'msgfmt.po'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(problems[0]).toMatch(/^msgfmt\.po:7:/);
  expect(run.stderr).toMatch(/^msgfmt\.po:7:.*invalid multibyte sequence/);
});
