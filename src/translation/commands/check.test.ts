import { renameSync } from 'node:fs';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { check } from './check.ts';
import { formatProblem } from '../problem.ts';
import { type SmallSite, smallSite } from '../testing/small-site.ts';
import { printStatus, statusOf } from './status.ts';
import { update } from './update.ts';

let site: SmallSite;

beforeEach(async () => {
  site = await smallSite();
  return site.remove;
});

const problems = async (): Promise<string[]> =>
  (await check(await site.read())).map(formatProblem);

describe('an update', () => {
  test('writes nothing if nothing has changed', async () => {
    expect(update(await site.read())).toEqual([
      'de: 0 outdated, 0 carried over, 0 new, 0 gone (0 files written)',
      'zh-Hans: 0 outdated, 0 carried over, 0 new, 0 gone (0 files written)',
    ]);
  });

  test('reports the changes of each language', async () => {
    site.edit('docs/sockets.mdx', 'Call `open()`', 'Call `start()`');
    site.edit(
      'docs/sockets.mdx',
      'A page about sockets.',
      'The page about sockets.',
    );
    site.edit(
      'docs/sockets.mdx',
      '# Open sockets',
      '# Something else entirely',
    );
    expect(update(await site.read())).toEqual([
      'de: 1 outdated, 1 carried over, 1 new, 1 gone (1 file written)',
      'zh-Hans: 0 outdated, 0 carried over, 3 new, 0 gone (1 file written)',
    ]);
    expect(site.text('i18n/de/docs/sockets.po')).toContain(
      'msgstr "Rufe beim Upgrade `start()` auf."',
    );
    // Remaining work is reported again.
    expect(update(await site.read())[0]).toBe(
      'de: 0 outdated (1 in all), 0 carried over, 0 new, 0 gone (0 files written)',
    );
  });

  test('extracts the strings of components and of the configuration', () => {
    const text = site.text('i18n/zh-Hans/interface.po');
    expect(text).toContain('msgctxt "copy.label"\nmsgid "Copy {count} lines"');
    expect(text).toContain('#: src/button.tsx');
    expect(text).toContain('msgctxt "navbar.guide"\nmsgid "Guide"');
  });

  test("doesn't overwrite an unreadable catalogue", async () => {
    site.edit('i18n/de/docs/sockets.po', 'msgstr "Sockets"', 'msgstr "Sockets');
    const before = site.text('i18n/de/docs/sockets.po');
    site.edit('docs/sockets.mdx', 'on the upgrade', 'after an upgrade');
    expect(update(await site.read())[0]).toMatch(/^de: 0 outdated/);
    expect(site.text('i18n/de/docs/sockets.po')).toBe(before);
  });

  test("refuses a string that isn't a literal", async () => {
    site.edit(
      'src/button.tsx',
      "translate({ id: 'copy.label', message: 'Copy {count} lines' })",
      "translate({ id: 'copy.label', message: `Copy ${'all'}${Math.E}` })",
    );
    await expect(site.read()).rejects.toThrow(/^src\/button\.tsx:1: /);
  });
});

describe('a check', () => {
  test('passes if a complete language is complete', async () => {
    expect(await problems()).toEqual([]);
  });

  test('reports a text without an entry, with its line', async () => {
    site.edit('docs/sockets.mdx', 'on the upgrade', 'on an upgrade');
    expect(await problems()).toEqual([
      'docs/sockets.mdx:8: this text is not in i18n/de/docs/sockets.po; there is "Call `open()` on an upgrade."; run npm run i18n update.',
      'docs/sockets.mdx:8: this text is not in i18n/zh-Hans/docs/sockets.po; there is "Call `open()` on an upgrade."; run npm run i18n update.',
    ]);
  });

  test('reports an entry without a text', async () => {
    site.edit('docs/sockets.mdx', 'Call `open()` on the upgrade.', '');
    expect((await problems())[0]).toBe(
      'i18n/de/docs/sockets.po:31: docs/sockets.mdx no longer has this text; there is "Call `open()` on the upgrade."; run npm run i18n update.',
    );
  });

  test('reports missing translations of complete languages only', async () => {
    site.edit('i18n/de/docs/sockets.po', '"Sockets öffnen"', '""');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:26: this message has no translation; there is only "Open sockets"; write its msgstr.',
    ]);
  });

  test('reports outdated translations', async () => {
    site.edit('docs/sockets.mdx', 'on the upgrade', 'on an upgrade');
    update(await site.read());
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:33: the English has changed since this was translated; it was "Call `open()` on the upgrade." and is now "Call `open()` on an upgrade."; correct the msgstr and delete the lines that begin with "#, fuzzy" and "#|".',
    ]);
  });

  test('reports a lost code span', async () => {
    site.edit('i18n/de/docs/sockets.po', '`open()` auf', 'open() auf');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:31: the translation lost the code span `open()`; the English has it once, the translation not at all; write it as the msgid does.',
    ]);
  });

  test('reports a lost placeholder of the interface', async () => {
    site.edit('i18n/de/interface.po', '{count} Zeilen', 'Zeilen');
    expect(await problems()).toEqual([
      'i18n/de/interface.po:22: the translation lost the placeholder {count}; the English has it once, the translation not at all; write it as the msgid does.',
    ]);
  });

  test('reports a broken catalogue once', async () => {
    site.edit('i18n/de/docs/sockets.po', '"Sockets öffnen"', '"Sockets öffnen');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:26: msgstr is not followed by a text in double quotes; there is "Sockets öffnen; close the quotes, and write " inside as \\".',
    ]);
  });

  test('reports the catalogue of a deleted page', async () => {
    renameSync(
      join(site.root, 'docs/sockets.mdx'),
      join(site.root, 'docs/other.mdx'),
    );
    expect(await problems()).toContain(
      'i18n/de/docs/sockets.po:1: the page of this catalogue does not exist; rename the catalogue as the page was renamed, or delete it.',
    );
  });

  test('reports a word that the glossary forbids', async () => {
    site.write(
      'i18n/de/glossary.json',
      '[{ "source": "upgrade", "use": "das Upgrade", "forbidden": ["aktualisier\\\\w*"] }]',
    );
    site.edit('i18n/de/docs/sockets.po', 'beim Upgrade', 'beim Aktualisieren');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:31: the glossary forbids this word; there is "Aktualisieren"; write "das Upgrade".',
    ]);
  });

  test('reports a term without its translation, unless the message allows it', async () => {
    site.write(
      'i18n/de/glossary.json',
      '[{ "source": "upgrade", "use": "das Upgrade", "expected": ["Upgrades?\\\\b"], "forbidden": [] }]',
    );
    expect(await problems()).toEqual([]);
    site.edit('i18n/de/docs/sockets.po', 'beim Upgrade', 'beim Wechsel');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:31: the English has a term of the glossary, and the translation doesn\'t; there is "upgrade"; write "das Upgrade", or "# allow: upgrade" above the message.',
    ]);
    site.edit(
      'i18n/de/docs/sockets.po',
      /(?=#\. .*\n#: .*\nmsgid "Call)/,
      '# allow: other; upgrade\n',
    );
    expect(await problems()).toEqual([]);
  });

  test('reports a wording that the style file forbids, unless the message allows it', async () => {
    site.write(
      'i18n/de/style.json',
      '{ "quotations": [], "wording": [{ "forbidden": ["^rufe\\\\b"], "use": "„Aufruf“" }, { "forbidden": ["öffnen$"], "use": "„Öffnen“", "scope": "heading" }] }',
    );
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:26: the style forbids this wording; there is "öffnen"; write „Öffnen“.',
      'i18n/de/docs/sockets.po:31: the style forbids this wording; there is "Rufe"; write „Aufruf“.',
    ]);
    site.edit(
      'i18n/de/docs/sockets.po',
      /(?=#\. .*\n#: .*\nmsgid "Call)/,
      '# allow: rufe\n',
    );
    expect(await problems()).toHaveLength(1);
    site.write('i18n/de/style.json', '{}');
    expect(await problems()).toContainEqual(
      expect.stringMatching(
        /^i18n\/de\/style\.json:1: "quotations" is invalid/,
      ),
    );
  });

  test('reports an unreadable glossary', async () => {
    site.write('i18n/de/glossary.json', '[{ "source": "upgrade" }]');
    expect(await problems()).toEqual([
      'i18n/de/glossary.json:1: "use" has to be a text; there is nothing; write { "source": "…", "use": "…", "forbidden": ["…"] }.',
    ]);
  });

  test("reports violations of a language's style", async () => {
    site.edit('i18n/de/docs/sockets.po', 'Rufe beim', 'Rufe einfach beim');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:31: "einfach" is a filler word; there is einfach; delete it, or explain what is easy.',
    ]);
  });

  test('reports a forbidden word along with a style violation', async () => {
    site.write(
      'i18n/de/glossary.json',
      '[{ "source": "upgrade", "use": "das Upgrade", "forbidden": ["aktualisier\\\\w*"] }]',
    );
    site.edit(
      'i18n/de/docs/sockets.po',
      'beim Upgrade',
      'einfach beim Aktualisieren',
    );
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:31: "einfach" is a filler word; there is einfach; delete it, or explain what is easy.',
      'i18n/de/docs/sockets.po:31: the glossary forbids this word; there is "Aktualisieren"; write "das Upgrade".',
    ]);
  });

  test('reports block syntax', async () => {
    site.edit('i18n/de/docs/sockets.po', 'Rufe beim', ':::danger Rufe beim');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:31: the translation begins a block, whose signs would be shown as text; there is ":::"; delete it, or escape it with a backslash if it is meant as text.',
    ]);
  });

  test('reports untranslated English in a complete language', async () => {
    site.edit(
      'i18n/de/docs/sockets.po',
      'msgstr "Eine Seite',
      'msgstr "A page about sockets. Eine Seite',
    );
    expect(await problems()).toEqual([
      expect.stringContaining(
        'these words are not translated; there is "A page about sockets";',
      ),
    ]);
  });

  test("doesn't check the style of refused translations", async () => {
    site.edit('i18n/de/docs/sockets.po', 'Rufe beim', 'Rufe einfach beim');
    site.edit('i18n/de/docs/sockets.po', '`open()` auf', 'open() auf');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:31: the translation lost the code span `open()`; the English has it once, the translation not at all; write it as the msgid does.',
    ]);
  });

  test("doesn't lint huge texts", async () => {
    const file = 'i18n/zh-Hans/docs/sockets.po';
    const empty = 'msgid "Open sockets"\nmsgstr ""';
    const huge = '打开 socket(s). '.repeat(20_000);
    site.edit(file, empty, empty.replace('""', JSON.stringify(huge)));
    expect(await problems()).toEqual([
      expect.stringContaining('the translation is too long'),
    ]);
  });
});

test('the status counts each state', async () => {
  site.edit('i18n/de/docs/sockets.po', '"Sockets öffnen"', '""');
  site.edit('i18n/de/docs/sockets.po', '`open()` auf', 'open() auf');
  site.edit('docs/sockets.mdx', 'A page about', 'The page about');
  update(await site.read());
  const rows = statusOf(await site.read());
  expect(rows[0]).toEqual({
    locale: 'de',
    source: 'docs/sockets.mdx',
    catalogue: 'i18n/de/docs/sockets.po',
    messages: 5,
    current: 2,
    outdated: 1,
    missing: 1,
    refused: 1,
    machineMade: 0,
    reviewed: 0,
    reviewedByPeople: 0,
    share: 0.4,
  });
  expect(printStatus(rows).slice(0, 3)).toEqual([
    'de: 57 % of 7 messages are current; 0 made by a machine, 0 reviewed, 0 of these by a person',
    '   40 %  docs/sockets.mdx  1 outdated, 1 missing, 1 refused',
    '  100 %  site.config.ts',
  ]);
  const [machine] = rows.map((row) => ({
    ...row,
    ...{ machineMade: 2, reviewed: 2, reviewedByPeople: 1 },
  }));
  expect(printStatus(machine === undefined ? [] : [machine])[1]).toBe(
    '   40 %  docs/sockets.mdx  1 outdated, 1 missing, 1 refused, 2 made by a machine, 2 reviewed, 1 reviewed by a person',
  );
});

test('a pattern of a glossary that takes years is stopped', async () => {
  site.write(
    'i18n/de/glossary.json',
    '[{ "source": "sockets", "use": "Sockets", "forbidden": ["(\\\\w+ ?)+!"] }]',
  );
  site.edit(
    'i18n/de/docs/sockets.po',
    'msgstr "Sockets öffnen"',
    `msgstr "Sockets ${'aber '.repeat(20)}öffnen"`,
  );
  const found = await check(await site.read(), 0.5);
  expect(found.map(formatProblem)).toContainEqual(
    expect.stringMatching(
      /^i18n\/de\/docs\/sockets\.po:1: the check of this catalogue takes longer than 0\.5 seconds;/,
    ),
  );
});
