import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { po as gettextParser } from 'gettext-parser';
import { describe, expect, test } from 'vitest';

import { readPo } from './po-read.ts';
import { printPo } from './po-write.ts';

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
#, fuzzy
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

// GNU gettext has to agree; `npm test` installs it where it can.
const hasGettext = spawnSync('msgfmt', ['--version']).status === 0;
// On a developer's machine without it there are no such tests; in CI there are.
const withGettext =
  hasGettext || process.env['CI'] !== undefined ? test : () => undefined;

describe('a catalogue', () => {
  test('is written as it was read', () => {
    const catalogue = readPo(complete, file);
    expect(catalogue.problems).toEqual([]);
    expect(printPo(catalogue)).toBe(complete);
  });

  test('keeps everything that an entry has', () => {
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

  test('is read by gettext-parser in the same way', () => {
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

describe('a broken file is reported with its line', () => {
  test.each([
    ['msgid "a"\nmsgstr "b', 2, /^msgstr is not followed by a text/],
    ['msgid "a"\nmsgid "b"\nmsgstr "c"', 2, /^a second msgid in one entry/],
    ['msgid "a"\n\nmsgstr "b"\n\nnonsense', 5, /^this line is neither/],
    ['msgid "a"', 1, /^this entry has no msgstr; it ends in line 1/],
    ['msgstr "a"', 1, /^this entry has no msgid/],
    ['msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"', 2, /^msgid_plural is not/],
    ['msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"', 5, /stands twice/],
    ['"a"\nmsgid "b"\nmsgstr "c"', 1, /^this line is neither/],
  ])('%j', (source, line, text) => {
    const { problems } = readPo(source, file);
    expect(problems).toEqual([
      { file, line, text: expect.stringMatching(text) as string },
    ]);
  });

  test('and what is whole in it is read', () => {
    const { byKey } = readPo(
      'msgid "a"\nmsgstr "b\n\nmsgid "c"\nmsgstr "d"\n',
      file,
    );
    expect([...byKey.keys()]).toEqual(['c']);
  });
});
