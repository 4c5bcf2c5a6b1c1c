import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { stripComments, displayedSources } from './source-text.ts';

const written = [
  'const a = 1; // first',
  '',
  '// #region talk',
  '',
  '/** What it says. */',
  'const b = a;',
  '// #endregion talk',
  '',
].join('\n');
const english = [
  'const a = 1; // first',
  '',
  '/** What it says. */',
  'const b = a;',
];
let app = '';

beforeAll(() => {
  app = mkdtempSync(join(tmpdir(), 'app-'));
  writeFileSync(join(app, 'a.ts'), written);
});
afterAll(() => rmSync(app, { recursive: true }));

it.each([
  [
    'a page in another language',
    'a.ts',
    ['const a = 1; // zuerst', '', '/** Was er sagt. */', 'const b = a;'],
    true,
  ],
  ['a part of it', 'a.ts', english.slice(2), false],
  ['other code', 'a.ts', [...english.slice(0, 3), 'const b = 2;'], false],
  ['another file', 'b.ts', english.with(0, 'const a = 1; // zuerst'), false],
])('%s', (_, title, lines, isShown) => {
  const value = lines.join('\n');
  const tree: Root = {
    type: 'root',
    children: [{ type: 'code', lang: 'ts', meta: `title="${title}"`, value }],
  };
  expect(displayedSources(tree, app)('a.ts')).toBe(
    isShown ? value : english.join('\n'),
  );
});

it('keeps every token on its line', () => {
  const code = [
    '// first',
    'const a = 1; // second',
    '/** Third: `x`.',
    ' * @returns nothing */',
    'function b(/* in */ c) {',
    '  return `// ${c /* no */ + 1} /* text */`;',
    '}',
    "const d = /\\/\\* no \\*\\//.test('// no');",
    '/* end */',
  ].join('\n');
  expect(stripComments(code).split('\n')).toEqual([
    '',
    'const a = 1;',
    '',
    '',
    'function b( c) {',
    'return `// ${c + 1} /* text */`;',
    '}',
    "const d = /\\/\\* no \\*\\//.test('// no');",
    '',
  ]);
});
