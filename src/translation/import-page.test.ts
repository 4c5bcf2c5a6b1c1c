import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { newCatalogue, newEntry } from './catalogue.ts';
import { importPage } from './import-page.ts';
import { readOldPage } from './old-page.ts';
import { pageMessages } from './page-messages.ts';
import type { Page } from './read-page.ts';
import { parsePage } from './processor.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string | Buffer, name = 'old.md') {
  writeFileSync(join(folder, name), text);
  return readOldPage(join(folder, name), name);
}

async function pageOf(source: string): Promise<Page> {
  const frontMatter = { title: 'Sockets', description: 'About sockets.' };
  const tree = await parsePage('docs/sockets.mdx', source, []);
  return {
    file: 'docs/sockets.mdx',
    frontMatter,
    source,
    tree,
    messages: pageMessages(tree, source, frontMatter).map((message) => ({
      ...message,
      file: 'docs/sockets.mdx',
    })),
  };
}

async function importOf(
  english: string,
  old: string,
  translated: Readonly<Record<string, string>> = {},
) {
  const page = await pageOf(english);
  const catalogue = newCatalogue(
    'i18n/de/docs/sockets.po',
    newEntry(''),
    page.messages.map(({ id, context }) => ({
      ...newEntry(id, context),
      text: translated[id] ?? '',
    })),
  );
  const { taken, left, ...rest } = importPage(page, await read(old), catalogue);
  return {
    taken: Object.fromEntries(taken.map((one) => [one.english, one.text])),
    how: taken.map(({ line, how }) => `${line}: ${how}`),
    left: left.map(({ line, reason }) => `${line}: ${reason}`),
    ...rest,
  };
}

const english = `
Lead with \`peer\`.

## Open

First.

- One
- Two

| A | B |
| - | - |
| Left | Right |

\`\`\`ts
// Opens it.
open();
\`\`\`

:::note[Careful]

See [routes](./routes.mdx#url).

:::
`;

const german = `---
description: Über Sockets.
---

# Buchsen

Anfang mit \`peer\`.

## Öffnen {#open}

Erstens.

- Eins
- Zwei

| A | B |
| - | - |
| Links | Rechts |

\`\`\`ts
// Öffnet sie.
open();
\`\`\`

:::note Vorsicht

Siehe [Routen](../guide/routes.md#adresse).

:::
`;

test('a page of the same structure is taken whole', async () => {
  const { taken, left, how } = await importOf(english, german);
  expect(taken).toEqual({
    Sockets: 'Buchsen',
    'About sockets.': 'Über Sockets.',
    'Lead with `peer`.': 'Anfang mit `peer`.',
    Open: 'Öffnen',
    'First.': 'Erstens.',
    One: 'Eins',
    Two: 'Zwei',
    A: 'A',
    B: 'B',
    Left: 'Links',
    Right: 'Rechts',
    'Opens it.': 'Öffnet sie.',
    Careful: 'Vorsicht',
    // The page lies elsewhere today, and the name says which it is.
    'See [routes](./routes.mdx#url).': 'Siehe [Routen](./routes.mdx#url).',
  });
  expect(left).toEqual([]);
  expect(how).toContain('5: the title of the page');
  expect(how).toContain('2: the description of the page');
  expect(how).toContain('9: same code, link or code span in the section');
  expect(how).toContain('20: a comment in the same code');
});

describe('nothing is guessed', () => {
  test.each([
    [
      'a paragraph too many leaves its neighbours open up to the next anchor',
      '## A\n\nOne.\n\nTwo `x`.\n\nThree.',
      '## A\n\nEins.\n\nMehr.\n\nZwei `x`.\n\nDrei.',
      { A: 'A', 'Two `x`.': 'Zwei `x`.', 'Three.': 'Drei.' },
      [
        '3: nothing on docs/sockets.mdx is surely the same paragraph',
        '5: nothing on docs/sockets.mdx is surely the same paragraph',
      ],
    ],
    [
      'a section too many leaves headings open that have no anchor',
      '## A\n\nOne.\n\n## B `x`\n\nTwo.',
      '## Ä\n\nEins.\n\n## Mehr\n\nMehr.\n\n## B `x`\n\nZwei.',
      { 'B `x`': 'B `x`', 'Two.': 'Zwei.' },
      ['1', '3', '5', '7'].map(
        (line) =>
          `${line}: nothing on docs/sockets.mdx is surely the same ${line === '1' || line === '5' ? 'heading 2' : 'paragraph'}`,
      ),
    ],
    [
      'texts whose anchors stand in another order',
      'One `a`.\n\nTwo `b`.\n\nThree.',
      'Zwei `b`.\n\nEins `a`.',
      {},
      ['1', '3'].map(
        (line) =>
          `${line}: nothing on docs/sockets.mdx is surely the same paragraph`,
      ),
    ],
    [
      'another code span',
      'Call `open()`.\n\nThen wait.',
      'Rufe `start()`.\n\nDann warte.',
      {},
      [
        '1: this has the code span `start()`, and the English has not',
        '3: only its place speaks for it, and a block beside it differs from the English',
      ],
    ],
    [
      'a link to elsewhere',
      'See [it](https://a.b/c).',
      'Siehe [es](https://a.b/d).',
      {},
      ['1: this has the URL https://a.b/d, and the English has not'],
    ],
    [
      'a tag of its own',
      'It is open.',
      'Es ist <b>offen</b>.',
      {},
      ['1: this has the JSX tag <b>, and the English has not'],
    ],
    [
      'HTML that is never closed',
      'It is open.',
      'Es ist<br> offen.',
      {},
      ['1: a tag or a brace in it is not closed'],
    ],
    [
      'a text that was never translated',
      'It is still open.',
      'It is still open.',
      {},
      ['1: it is still English'],
    ],
    [
      'a text that is far too long',
      'Short.',
      'Viel zu lang. '.repeat(5),
      {},
      ['1: its length does not fit to the English "Short."'],
    ],
    [
      'one English in two words',
      'Same.\n\nSame.',
      'Gleich.\n\nDasselbe.',
      { 'Same.': 'Gleich.' },
      ['3: line 1 says the same English in other words, and was taken'],
    ],
    [
      'comments in another code',
      '```ts\n// Opens.\nopen();\n```',
      '```ts\n// Öffnet.\nstart();\n```',
      {},
      [],
    ],
  ])('%s', async (_, ours, theirs, taken, left) => {
    const result = await importOf(ours, theirs);
    expect([result.taken, result.left]).toEqual([taken, left]);
  });
});

describe('sections', () => {
  const lead = ['Lead.', 'Anfang.'] as const;
  const reading = [
    '## Read\n\nIt reads.\n\n```ts file=a.ts#read\n```',
    '## Lesen\n\nSie liest.\n\n```ts file=a.ts#read\n```',
  ] as const;
  const deleting = [
    '## Delete\n\nIt deletes.\n\n```json output=b#gone\n```',
    '## Löschen\n\nSie löscht.\n\n```json output=b#gone\n```',
  ] as const;
  const plain = [
    '## Plain\n\nNo anchor.',
    '## Schlicht\n\nKein Anker.',
  ] as const;
  const last = [
    '## Last\n\nSee [it](https://a.b/c), then `end()`.',
    '## Zuletzt\n\nSiehe [hier](https://a.b/c), dann `end()`.',
  ] as const;
  const more = ['', '## Mehr\n\nMehr `more`.'] as const;
  const all = [lead, reading, deleting, plain, last];
  const known = {
    'Lead.': 'Anfang.',
    Read: 'Lesen',
    'It reads.': 'Sie liest.',
    Delete: 'Löschen',
    'It deletes.': 'Sie löscht.',
    Plain: 'Schlicht',
    'No anchor.': 'Kein Anker.',
    Last: 'Zuletzt',
    'See [it](https://a.b/c), then `end()`.':
      'Siehe [hier](https://a.b/c), dann `end()`.',
  };
  const without = (...names: (keyof typeof known)[]) =>
    Object.fromEntries(
      Object.entries(known).filter(
        ([name]) => !names.some((no) => no === name),
      ),
    );

  test.each([
    ['in the same order', all, known, 0],
    [
      'two swapped',
      [lead, deleting, reading, plain, last],
      without('Plain', 'No anchor.'),
      2,
    ],
    ['one moved to the end', [lead, deleting, plain, last, reading], known, 0],
    [
      'one dropped',
      [lead, deleting, plain, last],
      without('Read', 'It reads.'),
      0,
    ],
    [
      'one that has no anchor dropped',
      [lead, reading, deleting, last],
      without('Plain', 'No anchor.'),
      0,
    ],
    ['one added', [lead, reading, more, deleting, plain, last], known, 2],
    [
      'one dropped and one added',
      [lead, deleting, plain, last, more],
      without('Read', 'It reads.'),
      2,
    ],
  ])('%s', async (_, old, taken, left) => {
    const result = await importOf(
      all.map(([ours]) => ours).join('\n\n'),
      old.map(([, theirs]) => theirs).join('\n\n'),
    );
    expect(result.taken).toEqual(taken);
    expect(result.left).toHaveLength(left);
  });

  test('are not paired by their place where one has code and the other has none', async () => {
    const result = await importOf(
      '## A\n\nOne.\n\n## B\n\nTwo `b`.\n\n## C\n\nThree.',
      '## Ä\n\nEins.\n\n## Ce\n\nDrei.\n\n## De\n\nVier.',
    );
    expect(result.taken).toEqual({});
  });
});

test('an old heading may be found by the id of the English one', async () => {
  const { taken, how } = await importOf(
    '## One\n\nA.\n\n## Two\n\nB.',
    '## Zwei {#two}\n\nBe.',
  );
  expect(taken).toEqual({ Two: 'Zwei', 'B.': 'Be.' });
  expect(how[0]).toBe('1: same code, link or code span in the section');
});

test('a translation that exists stays', async () => {
  const { taken, translated } = await importOf(
    'One.\n\nTwo.',
    'Eins.\n\nZwei.',
    {
      'One.': 'Ein.',
    },
  );
  expect([taken, translated]).toEqual([{ 'Two.': 'Zwei.' }, 1]);
});

describe('an old page is refused with its line', () => {
  test.each([
    [
      'broken MDX',
      'old.mdx',
      'Eins.\n\n<b>Zwei.\n',
      /^old\.mdx:3: this is no MDX; .*; correct it, or rename the file to \.md/,
    ],
    [
      'broken MDX behind a front matter',
      'old.mdx',
      '---\ntitle: A\n---\n\nEins {.\n',
      /^old\.mdx:(?:5|6): this is no MDX/,
    ],
    [
      'broken YAML',
      'old.md',
      '---\ntitle: A\nb: c: d\n---\n\nEins.\n',
      /^old\.md:3: its front matter is no YAML; /,
    ],
    [
      'no text',
      'old.md',
      '---\ntitle: A\n---\n',
      /^old\.md:1: there is no text in it/,
    ],
    [
      'no UTF-8',
      'old.md',
      Buffer.from([65, 10, 0xff, 66]),
      /^old\.md:2: this is no UTF-8 text/,
    ],
    [
      'another kind of file',
      'old.docx',
      'Eins.',
      /^old\.docx:1: this is no Markdown file by its name/,
    ],
  ])('%s', async (_, name, text, message) => {
    await expect(read(text, name)).rejects.toThrow(message);
  });

  test('no file', async () => {
    await expect(readOldPage(join(folder, 'no.md'), 'no.md')).rejects.toThrow(
      'no.md:1: there is no such file; name a Markdown file.',
    );
  });
});

test('Markdown that is no MDX is read as it is, and that is said', async () => {
  const old = await read('Eins <br> zwei.\n\n<!-- Notiz -->\n\n[offen](');
  expect(old.notes).toEqual([
    expect.stringMatching(/^old\.md:\d: read as plain Markdown, .* no MDX: /),
  ]);
  expect(old.blocks.map(({ text }) => text)).toEqual([
    'Eins <br> zwei.',
    '[offen](',
  ]);
});
