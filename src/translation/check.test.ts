import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { beforeEach, describe, expect, test } from 'vitest';

import { readSite } from './catalogues.ts';
import { check } from './check.ts';
import type { Content } from './content.ts';
import { formatProblem } from './problem.ts';
import { printStatus, statusOf } from './status.ts';
import { update } from './update.ts';

const page = `---
title: Sockets
description: A page about sockets.
---

# Open sockets

Call \`open()\` on the upgrade.

\`\`\`ts file=x
\`\`\`
`;

const component = `import Translate, { translate } from '@docusaurus/Translate';
export const a = <Translate id="copy.button" description="on a button">Copy {count}</Translate>;
export const b = translate({ id: 'copy.label', message: 'Copy {count} lines' });
`;

let root: string;

/** As a room that fills fences would. */
function fill() {
  return (tree: Root): void =>
    visit(tree, 'code', (node) => {
      node.value = '// Open it.\nopen();';
    });
}

const content: Content = {
  docsDir: 'docs',
  catalogueDir: 'i18n',
  defaultLocale: 'en',
  locales: ['en', 'de', 'zh-Hans'],
  completeLocales: ['de'],
  beforeTranslation: [fill],
  interfaceMessages: { 'navbar.guide': 'Guide' },
  sourceDir: 'src',
};

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  // Catalogues are cached by size and time; a test is faster than the clock of a file system.
  write(file, changed);
}

const read = () => readSite(root, content, 'content.ts');
const problems = async (): Promise<string[]> =>
  check(await read()).map(formatProblem);

const german: Record<string, string> = {
  Sockets: 'Sockets',
  'A page about sockets.': 'Eine Seite über Sockets.',
  'Open sockets': 'Sockets öffnen',
  'Call `open()` on the upgrade.': 'Rufe beim Upgrade `open()` auf.',
  'Open it.': 'Öffne ihn.',
  Guide: 'Anleitung',
  'Copy {count} lines': '{count} Zeilen kopieren',
};

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'site-'));
  write('docs/sockets.mdx', page);
  write('src/button.tsx', component.replace(/^export const a.*\n/m, ''));
  update(await read());
  for (const file of ['docs/sockets', 'interface'])
    for (const [id, text] of Object.entries(german)) {
      const path = join(root, `i18n/de/${file}.po`);
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(
          `msgid ${JSON.stringify(id)}\nmsgstr ""`,
          `msgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(text)}`,
        ),
      );
    }
  return () => {
    rmSync(root, { recursive: true });
  };
});

describe('an update', () => {
  test('writes nothing when nothing has changed', async () => {
    expect(update(await read())).toEqual([
      'de: 0 stale, 0 carried over, 0 new, 0 gone (0 files written)',
      'zh-Hans: 0 stale, 0 carried over, 0 new, 0 gone (0 files written)',
    ]);
  });

  test('says what a change did to each language', async () => {
    edit('docs/sockets.mdx', 'Call `open()`', 'Call `start()`');
    edit(
      'docs/sockets.mdx',
      'A page about sockets.',
      'The page about sockets.',
    );
    edit('docs/sockets.mdx', '# Open sockets', '# Something else entirely');
    expect(update(await read())).toEqual([
      'de: 1 stale, 1 carried over, 1 new, 1 gone (1 file written)',
      'zh-Hans: 0 stale, 0 carried over, 3 new, 0 gone (1 file written)',
    ]);
    expect(
      readFileSync(join(root, 'i18n/de/docs/sockets.po'), 'utf8'),
    ).toContain('msgstr "Rufe beim Upgrade `start()` auf."');
  });

  test('extracts the strings of components and of the configuration', () => {
    const text = readFileSync(join(root, 'i18n/zh-Hans/interface.po'), 'utf8');
    expect(text).toContain('msgctxt "copy.label"\nmsgid "Copy {count} lines"');
    expect(text).toContain('#: src/button.tsx');
    expect(text).toContain('msgctxt "navbar.guide"\nmsgid "Guide"');
  });

  test('does not write over a catalogue that it cannot read', async () => {
    edit('i18n/de/docs/sockets.po', 'msgstr "Sockets"', 'msgstr "Sockets');
    const site = await read();
    expect(() => update(site)).toThrow(
      /^i18n\/de\/docs\/sockets\.po:16: msgstr is not followed by a text/,
    );
  });

  test('refuses a string that is no literal', async () => {
    write('src/button.tsx', component);
    await expect(read()).rejects.toThrow(/^src\/button\.tsx:1: /);
  });
});

describe('a check', () => {
  test('passes when a complete language is complete', async () => {
    expect(await problems()).toEqual([]);
  });

  test('names the line of a text that no catalogue has', async () => {
    edit('docs/sockets.mdx', 'on the upgrade', 'on an upgrade');
    expect(await problems()).toEqual([
      'docs/sockets.mdx:8: this text is not in i18n/de/docs/sockets.po; there is "Call `open()` on an upgrade."; run npm run i18n update.',
      'docs/sockets.mdx:8: this text is not in i18n/zh-Hans/docs/sockets.po; there is "Call `open()` on an upgrade."; run npm run i18n update.',
    ]);
  });

  test('names a text that the page has lost', async () => {
    edit('docs/sockets.mdx', 'Call `open()` on the upgrade.', '');
    expect((await problems())[0]).toBe(
      'i18n/de/docs/sockets.po:31: docs/sockets.mdx has no such text any more; there is "Call `open()` on the upgrade."; run npm run i18n update.',
    );
  });

  test('names what is missing in a complete language only', async () => {
    edit('i18n/de/docs/sockets.po', '"Sockets öffnen"', '""');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:26: this message has no translation; there is only "Open sockets"; write its msgstr.',
    ]);
  });

  test('names what is stale', async () => {
    edit('docs/sockets.mdx', 'on the upgrade', 'on an upgrade');
    update(await read());
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:33: the English has changed since this was translated; it was "Call `open()` on the upgrade." and is now "Call `open()` on an upgrade."; correct the msgstr and delete the lines that begin with "#, fuzzy" and "#|".',
    ]);
  });

  test('names a code span that a translation lost', async () => {
    edit('i18n/de/docs/sockets.po', '`open()` auf', 'open() auf');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:31: the translation lost the code span `open()`; the English has it once, the translation not at all; write it as the msgid does.',
    ]);
  });

  test('names a placeholder that the interface lost', async () => {
    edit('i18n/de/interface.po', '{count} Zeilen', 'Zeilen');
    expect(await problems()).toEqual([
      'i18n/de/interface.po:22: the translation lost the placeholder {count}; the English has it once, the translation not at all; write it as the msgid does.',
    ]);
  });

  test('names a broken catalogue, once', async () => {
    edit('i18n/de/docs/sockets.po', '"Sockets öffnen"', '"Sockets öffnen');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:26: msgstr is not followed by a text in double quotes; there is "Sockets öffnen; close the quotes, and write " inside as \\".',
    ]);
  });

  test('names the catalogue of a page that is gone', async () => {
    renameSync(join(root, 'docs/sockets.mdx'), join(root, 'docs/other.mdx'));
    expect(await problems()).toContain(
      'i18n/de/docs/sockets.po:1: there is no page of this name any more; its messages are shown nowhere; rename the catalogue as the page was renamed, or delete it.',
    );
  });

  test('names a word that the glossary rules out', async () => {
    write(
      'i18n/de/glossary.json',
      '[{ "source": "upgrade", "use": "das Upgrade", "forbidden": ["aktualisier\\\\w*"] }]',
    );
    edit('i18n/de/docs/sockets.po', 'beim Upgrade', 'beim Aktualisieren');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:31: the glossary rules this word out; there is "Aktualisieren"; write "das Upgrade".',
    ]);
  });

  test('names a glossary that it cannot read', async () => {
    write('i18n/de/glossary.json', '[{ "source": "upgrade" }]');
    expect(await problems()).toEqual([
      'i18n/de/glossary.json:1: an entry has another shape; a glossary is a list of { "source", "use", "forbidden": [] }; correct it.',
    ]);
  });

  test('names what is against the style of a language', async () => {
    edit('i18n/de/docs/sockets.po', 'Rufe beim', 'Rufe einfach beim');
    expect(await problems()).toEqual([
      'i18n/de/docs/sockets.po:31: "einfach" says nothing; there is einfach; leave it out, or say what is easy about it.',
    ]);
  });
});

test('the status counts each state', async () => {
  edit('i18n/de/docs/sockets.po', '"Sockets öffnen"', '""');
  edit('i18n/de/docs/sockets.po', '`open()` auf', 'open() auf');
  edit('docs/sockets.mdx', 'A page about', 'The page about');
  update(await read());
  const rows = statusOf(await read());
  expect(rows[0]).toEqual({
    locale: 'de',
    source: 'docs/sockets.mdx',
    catalogue: 'i18n/de/docs/sockets.po',
    messages: 5,
    current: 2,
    stale: 1,
    missing: 1,
    refused: 1,
    share: 0.4,
  });
  expect(printStatus(rows).slice(0, 3)).toEqual([
    'de: 57 % of 7 messages are current',
    '   40 %  docs/sockets.mdx  1 stale, 1 missing, 1 refused',
    '  100 %  content.ts',
  ]);
});
