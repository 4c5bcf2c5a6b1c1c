import { expect, it } from 'vitest';
import { bareCode } from './bare-code.ts';

it('leaves every token on its line', () => {
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
  expect(bareCode(code).split('\n')).toEqual([
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
