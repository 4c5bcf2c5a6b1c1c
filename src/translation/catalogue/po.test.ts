import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { po as gettextParser } from 'gettext-parser';
import { describe, expect, test } from 'vitest';

import { merge } from './merge.ts';
import { printPo, readPo } from './po.ts';

const file = 'i18n/de/docs/page.po';

const complete = String.raw`# About this file.
msgid ""
msgstr ""
"Project-Id-Version: page\n"
"PO-Revision-Date: \n"
"Last-Translator: \n"
"Language-Team: \n"
"Language: de\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

# A person said so.
#. paragraph
#: docs/page.mdx
msgid "Say \"hello\", back\\slash and\ttab."
msgstr "Sag „hallo“, \\ und\t."

#. title of the page
#: docs/page.mdx
#, fuzzy, no-wrap
#| msgctxt "label"
#| msgid "Old title"
msgctxt "title"
msgid "New title"
msgstr "Alter Titel"

#. comment
#: docs/page.mdx
msgctxt "code"
msgid ""
"One\n"
"two"
msgstr ""
"Eins\n"
"zwei"

#~| msgid "Even older"
#~ msgctxt "label"
#~ msgid "Gone"
#~ msgstr "Weg"
`;

// Compares with GNU gettext, which `npm test` installs if possible.
const hasGettext = spawnSync('msgfmt', ['--version']).status === 0;
// Developers may lack gettext; CI requires it.
const withGettext =
  hasGettext || process.env['CI'] !== undefined ? test : () => undefined;

describe('a catalogue', () => {
  test('is written as it was read', () => {
    const catalogue = readPo(complete, file);
    expect(catalogue.problems).toEqual([]);
    expect(printPo(catalogue)).toBe(complete);
  });

  test('keeps all parts of an entry', () => {
    const [first, title, , gone] = readPo(complete, file).entries;
    expect(first).toMatchObject({
      id: 'Say "hello", back\\slash and\ttab.',
      translatorComments: ['A person said so.'],
      extractedComments: ['paragraph'],
      references: ['docs/page.mdx'],
      line: 17,
    });
    expect(title).toMatchObject({
      context: 'title',
      fuzzy: true,
      previousContext: 'label',
      previousId: 'Old title',
    });
    expect(gone).toMatchObject({ obsolete: true, previousId: 'Even older' });
  });

  test('is parsed like in gettext-parser', () => {
    const theirs = gettextParser.parse(complete);
    for (const entry of readPo(complete, file).byKey.values())
      expect(
        theirs.translations[entry.context ?? '']?.[entry.id]?.msgstr,
      ).toEqual([entry.text]);
  });

  withGettext('is clean for msgfmt -c', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'po-')), 'page.po');
    writeFileSync(path, printPo(readPo(complete, file)));
    const run = spawnSync('msgfmt', ['-c', '-o', '/dev/null', path], {
      encoding: 'utf8',
    });
    expect(run).toMatchObject({ status: 0, stderr: '' });
  });

  withGettext('is left as it is by msgcat', () => {
    expect(
      execFileSync('msgcat', ['--no-wrap', '-'], {
        input: complete,
        encoding: 'utf8',
      }),
    ).toBe(complete);
  });
});

describe('keeps unknown parts', () => {
  test.each([
    ['a flag', '#, no-wrap', '#, no-wrap'],
    ['a flag of Weblate', '#, fuzzy, max-length:20', '#, fuzzy, max-length:20'],
    [
      'flags in several lines',
      '#, c-format\n#, no-wrap',
      '#, c-format, no-wrap',
    ],
    ['a sticky flag', '#, no-wrap\n#= c-format', '#, no-wrap\n#= c-format'],
  ])('%s', (_name, comment, written) => {
    const source = (lines: string) =>
      `msgid ""\nmsgstr ""\n\n${lines}\nmsgid "a"\nmsgstr "b"\n`;
    const catalogue = readPo(source(comment), file);
    expect(printPo(catalogue)).toBe(source(written));
    expect(catalogue.entries[0]?.fuzzy).toBe(comment.includes('fuzzy'));
  });

  test('keeps the flags of a message whose English has changed', () => {
    const catalogue = readPo(
      '#, no-wrap\n#= c-format\nmsgid "Open the file."\nmsgstr "Öffne sie."\n',
      file,
    );
    const message = { id: 'Open the files.', comment: '', file: 'a.mdx' };
    const merged = merge(catalogue, [message]).catalogue;
    expect(printPo(merged)).toContain('#, fuzzy, no-wrap\n#= c-format\n#| ');
  });
});

describe('escape sequences', () => {
  const source = String.raw`msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "a"
msgstr "\x41\101\a\b\f\v\r\t\"\\\303\244\xc3\xa4\33!"
`;
  const text = 'AA\u0007\b\f\v\r\t"\\ää\u001b!';

  test('are parsed like in gettext', () => {
    const { entries, problems } = readPo(source, file);
    expect(problems).toEqual([]);
    expect(entries[0]?.text).toBe(text);
  });

  test('are used for control characters', () => {
    const printed = printPo(readPo(source, file));
    expect(printed).toContain(String.raw`msgstr "AA\a\b\f\v\r\t\"\\ää\033!"`);
    expect(readPo(printed, file).entries[0]?.text).toBe(text);
  });

  withGettext('are read by msgcat in the same way', () => {
    const printed = execFileSync('msgcat', ['--no-wrap', '-'], {
      input: source,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    expect(readPo(printed, file).entries[0]?.text).toBe(text);
  });
});

test('reads a line of a megabyte', () => {
  const long = 'x\\n'.repeat(2 ** 19);
  const { entries, problems } = readPo(
    `#: ${'a '.repeat(2 ** 20)}\nmsgid "a"\nmsgstr "${long}"\n\nmsgid "b"\nmsgstr "${long}\n`,
    file,
  );
  expect(entries[0]?.text.length).toBe(2 ** 20);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message.length).toBeLessThan(300);
});

describe('a broken file', () => {
  test.each([
    ['msgid "a"\nmsgstr "b', 2, /^msgstr is not followed by a text/],
    ['msgid "a"\nmsgid "b"\nmsgstr "c"', 2, /^a second msgid in one entry/],
    ['msgid "a"\n\nmsgstr "b"\n\nnonsense', 5, /^this line is neither/],
    ['msgid "a"', 1, /^this entry has no msgstr; it ends in line 1/],
    ['msgstr "a"', 1, /^this entry has no msgid/],
    ['msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"', 2, /^msgid_plural is not/],
    ['msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"', 5, /is a duplicate/],
    ['"a"\nmsgid "b"\nmsgstr "c"', 1, /^this line is neither/],
    [
      'msgid ""\nmsgstr "A: b"\n\nmsgid ""\nmsgstr "C: d"',
      5,
      /^this is a second header; the first is in line 2/,
    ],
    [
      'msgid "a"\nmsgstr "\\q"',
      2,
      /^\\q is not an escape sequence; there are \\n,/,
    ],
    ['msgid "a"\nmsgstr ""\n"\\q"', 3, /^\\q is not an escape sequence/],
    ['msgid "a"\nmsgstr "\\303z"', 2, /^the bytes 0xC3 are not UTF-8/],
    ['msgid "a"\nmsgstr "b\\"', 2, /^msgstr is not followed by a text/],
    ['msgid "a"\nmsgstr "b"c"', 2, /^msgstr is not followed by a text/],
    ['msgid "a"\nmsgstr \u2028"b"x', 2, /^msgstr is not followed by a text/],
  ])('%j', (source, line, text) => {
    const { problems } = readPo(source, file);
    expect(problems).toEqual([
      { file, line, message: expect.stringMatching(text) as string },
    ]);
  });

  test('is read as far as possible', () => {
    const { byKey } = readPo(
      'msgid "a"\nmsgstr "b\n\nmsgid "c"\nmsgstr "d"\n',
      file,
    );
    expect([...byKey.keys()]).toEqual(['c']);
  });
});
