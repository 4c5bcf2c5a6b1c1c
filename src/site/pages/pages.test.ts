import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spansOf } from '../../evidence/lint/spans.ts';
import { deadLinkProblems } from '../check/dead-links.ts';
import { parsePages } from './pages.ts';
import { unknownComponentProblems } from '../check/unknown-names.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pages-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function parse(pages: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(pages)) {
    const path = join(root, 'docs', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return parsePages({
    root,
    docsDir: 'docs',
    markdown: {
      mdx1Compat: { comments: false, admonitions: false, headingIds: false },
    },
  });
}

describe('a page that cannot be parsed', () => {
  it.each([
    [
      'Text.\n\n<Term of="a">words\n',
      /^docs\/bad\.mdx:7: .*Expected a closing tag for `<Term>`/,
    ],
    [
      'A <KnownBug of="a">\n\nb\n\n</KnownBug>\n',
      /^docs\/bad\.mdx:5: .*Expected a closing tag for `<KnownBug>`/,
    ],
    ['It is {1 +} here.\n', /^docs\/bad\.mdx:5: .*Could not parse expression/],
  ])(
    'is reported with its line, and other pages are parsed: %j',
    async (text, message) => {
      const { pages, problems } = await parse({
        'bad.mdx': `---\ntitle: A\n---\n\n${text}`,
        'good.mdx': 'Words.\n',
      });
      expect(pages.map(({ file }) => file)).toEqual(['docs/good.mdx']);
      expect(
        problems.map(
          ({ file, line, message: says }) => `${file}:${line}: ${says}`,
        ),
      ).toEqual([expect.stringMatching(message)]);
    },
  );

  it('may have invalid front matter', async () => {
    const { problems } = await parse({
      'bad.mdx': '---\ntitle: A\ndescription: a: b\n---\n\nText.\n',
    });
    expect(problems).toMatchObject([{ file: 'docs/bad.mdx', line: 3 }]);
  });
});

it('front matter is part of the tree, with its line numbers', async () => {
  const { pages } = await parse({
    'a.mdx': '---\ntitle: A\ndescription: Use /api/ws/nope.\n---\n\nText.\n',
  });
  expect(pages.flatMap(({ tree }) => spansOf(tree))).toEqual([
    { kind: 'front', value: 'title: A', line: 2 },
    { kind: 'front', value: 'description: Use /api/ws/nope.', line: 3 },
    { kind: 'prose', value: 'Text.', line: 6 },
  ]);
});

it('reports an unknown component, but not an imported one', async () => {
  const { pages } = await parse({
    'a.mdx': `import Card, { Part as Piece } from './card';

export const Own = () => null;

<Card.Body><Piece /> <Own /></Card.Body>

A <KnownBog of="a" is="b">word</KnownBog>, and <layouts of="a" />.

<details><summary>Words</summary></details>
`,
  });
  expect(unknownComponentProblems(pages)).toEqual([
    {
      file: 'docs/a.mdx',
      line: 7,
      message:
        'there is no component <KnownBog>; the nearest is <KnownBug>. Write that one, or import yours.',
    },
    {
      file: 'docs/a.mdx',
      line: 7,
      message:
        'there is no component <layouts>; the nearest is <Layouts>. Write that one, or import yours.',
    },
  ]);
});

describe('links', () => {
  const pages = {
    'index.mdx': '---\nslug: /\n---\n\n## Start here\n',
    'bad.mdx': '{1 +}\n',
    'rooms.mdx':
      '## Join \\{#enter}\n\n## Leave\n\n## Leave\n\n<a id="raw" />\n',
    'more/index.mdx': 'Text.\n',
    'more/moved.mdx': '---\nslug: elsewhere\n---\n\n## Über uns\n',
  };
  const problemsOf = async (link: string) => {
    const { pages: read, problems } = await parse({
      ...pages,
      'more/a.mdx': `## Own\n\n${link}\n`,
    });
    return deadLinkProblems(read, {
      docsDir: 'docs',
      unread: problems.map(({ file }) => file),
      isServed: (path) => path === '/img/a.svg',
    }).map(({ file, line, message }) => `${file}:${line}: ${message}`);
  };

  it.each([
    ...['../rooms.mdx', '../rooms.mdx#enter', '/rooms#leave-1', '#own'],
    ...['/#start-here', '/more', './moved.mdx#über-uns', '/more/elsewhere'],
    ...['../rooms#raw', 'rooms.mdx', '/img/a.svg', 'https://example.org/x#y'],
    ...[
      'mailto:a@b.org',
      'pathname:///x',
      '../bad.mdx#any',
      '/rooms?q=1#leave',
    ],
  ])('accepts %s', async (url) => {
    expect(await problemsOf(`[a](${url})`)).toEqual([]);
  });

  it.each([
    [
      '[a](../room.mdx)',
      'the link "../room.mdx" leads to no page; the nearest is "docs/rooms.mdx". Correct it.',
    ],
    [
      '[a](/romms)',
      'the link "/romms" leads to no page; the nearest is "/rooms". Correct it.',
    ],
    [
      '[a](/rooms#join)',
      'the link "/rooms#join" leads to no heading of docs/rooms.mdx; the nearest is "#raw". Correct it.',
    ],
    [
      '[a](#ow)',
      'the link "#ow" leads to no heading of docs/more/a.mdx; the nearest is "#own". Correct it.',
    ],
    [
      '[a][b]\n\n[b]: ./index.mdx#x',
      'the link "./index.mdx#x" leads to no heading: docs/more/index.mdx has none. Delete "#x".',
    ],
    [
      '<a href="/nowhere">a</a>',
      'the link "/nowhere" leads to no page; the nearest is "/more". Correct it.',
    ],
    [
      '[a](/img/b.svg)',
      'the link "/img/b.svg" leads to no page; the nearest is "/bad". Correct it.',
    ],
    ['![a](./b.png)', 'the link "./b.png" leads to no page;'],
    ['<img src="/b.png" alt="a" />', 'the link "/b.png" leads to no page;'],
    ['[a](/%zz)', 'the link "/%zz" leads to no page;'],
    ['[a](/rooms#%zz)', 'the link "/rooms#%zz" leads to no heading'],
  ])('reports %s', async (link, message) => {
    expect(await problemsOf(link)).toEqual([
      expect.stringMatching(/^docs\/more\/a\.mdx:[35]: /),
    ]);
    expect((await problemsOf(link))[0]).toContain(message);
  });
});
