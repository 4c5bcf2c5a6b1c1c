import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { listFiles } from './files.ts';

const page = (file: string, text: string) => ({
  file,
  tree: unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkMdx)
    .parse(text),
});
const regions =
  '// #region a\nx\n// #endregion a\n\n// #region b\ny\n// #endregion b\n';
const options = {
  examplesDir: '/repository/examples',
  externalKeys: { frames: [] },
};
const files = [
  { path: 'chat/src/a.ts', text: regions },
  { path: 'chat/src/b.ts', text: 'const b = 1;\n' },
];

describe('coverage', () => {
  test('reports regions and lists files that no page shows', () => {
    const text = '```ts file=chat/src/a.ts#b\n```';
    const { problems, unshown } = coverageOf(
      [page('docs/a.mdx', text)],
      files,
      options,
    );
    expect(problems).toEqual([
      {
        file: 'examples/chat/src/a.ts',
        line: 1,
        message:
          'no page shows region "a". Show it with file=chat/src/a.ts#a, or delete its two markers.',
      },
    ]);
    expect(unshown).toEqual(['chat/src/b.ts']);
  });

  test('counts both files of a diff', () => {
    const text = '```ts file=chat/src/a.ts before=chat/src/b.ts\n```';
    const { unshown } = coverageOf([page('docs/a.mdx', text)], files, options);
    expect(unshown).toEqual([]);
  });

  test('reports a broken region even if no page shows the file', () => {
    const broken = [{ path: 'chat/src/c.ts', text: '// #region c\n' }];
    const { problems } = coverageOf(
      [page('docs/a.mdx', '```console\nnpm start\n```')],
      broken,
      options,
    );
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'examples/chat/src/c.ts:1',
    ]);
  });

  test('reports pages without any fence', () => {
    const { problems, fences } = coverageOf(
      [page('docs/a.mdx', 'Text.')],
      [],
      options,
    );
    expect(fences).toBe(0);
    expect(problems[0]?.message).toBe(
      'no fence in 1 pages. Check where the pages are.',
    );
  });
});

test('lists commands and illustrative fences with their places', () => {
  const path = join(import.meta.dirname, 'fixtures/filled/page.mdx');
  const { commands, illustrative, fences } = coverageOf(
    [page('docs/filled.mdx', readFileSync(path, 'utf8'))],
    [],
    options,
  );
  expect(fences).toBe(7);
  expect(commands).toEqual([
    { file: 'docs/filled.mdx', line: 22, command: 'npm install' },
    { file: 'docs/filled.mdx', line: 22, command: 'npm start' },
  ]);
  expect(illustrative).toEqual([
    { file: 'docs/filled.mdx', line: 27, why: 'what a reader may have' },
  ]);
});

test('lists the handwritten files of an example', () => {
  const examples = join(import.meta.dirname, 'fixtures/filled/examples');
  expect(listFiles(examples)).toEqual([
    'chat/deploy.yml',
    'chat/src/app.html',
    'chat/src/routes/chat.ts',
  ]);
});
