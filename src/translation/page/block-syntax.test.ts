import fc from 'fast-check';
import { expect, test } from 'vitest';

import { blockProblem, blocksIn, isPlainLine } from './block-syntax.ts';
import { generatedSeed } from '../testing/generated-seed.ts';

test.each([
  ['## Titel', 'a heading', '##'],
  ['Titel ##', 'a heading', '##'],
  ['===', 'a heading', '==='],
  ['Wort\\\n- Punkt', 'a list', '-'],
  ['1. Punkt', 'a list', '1.'],
  ['[x] fertig', 'a task', '[x]'],
  ['[a]: /b', 'a definition of a link', '[a]:'],
  ['[^1]: Fußnote', 'a footnote', '[^1]:'],
  ['> Zitat', 'a quotation', '>'],
  ['~~~js', 'a code block', '~~~js'],
  ['::video[Film]', 'a directive', '::video[Film]'],
  [':::note\nWort\n:::', 'an admonition', ':::note'],
  ["import x from 'y'", 'a module', 'import'],
  ['***', 'a line', '***'],
  ['---\na: b\n---', 'front matter', '---'],
  ['a | b | c', 'a table of 3 columns', 'a'],
  ['Wort\n\nnoch eins', 'another paragraph', 'noch'],
  ['<div>\n\nWort\n\n</div>', 'an element', '<div>'],
])('%j begins %s', (text, block, sign) => {
  expect(blockProblem('A text.', text, 'mdx')).toBe(
    `the translation begins ${block}, whose signs would be shown as text; there is ${JSON.stringify(sign)}; delete it, or escape it with a backslash if it is meant as text.`,
  );
});

test.each([
  ['A text.', '**Wichtig**: ein Text.'],
  ['A text.', '*Ein* Text.'],
  ['A text.', '#hashtag und – ein Text.'],
  ['A text.', '\\# ist ein Zeichen.'],
  ['A text.', '2\\. Oktober'],
  ['A text.', '10:30 Uhr'],
  ['A text.', 'C#'],
  ['A text.', 'ja \\| nein'],
  ['Import statements stay.', 'import 语句保持不变。'],
  ["import x from 'y' is shown.", "import x from 'y' steht da."],
  ['# is a sign.', '# ist ein Zeichen.'],
  ['1. Install it', '1. Installieren'],
  ['yes | no', 'ja | nein'],
  ['`a | b` or c', 'c oder `a | b`'],
  ['a\\\nb', 'c\\\nd'],
])('%j allows %j', (source, text) => {
  expect(blockProblem(source, text, 'mdx')).toBeUndefined();
});

test('a plain line never begins a block', () => {
  const pieces = fc.constantFrom(
    ...'aZ9 .,:;!?-+=#$%/()\'"`*_~|<>{}[]\\&@^ö中，…\t'.split(''),
    ...['**b**', '[a](/x)', '[a]', '[^1]', '<b>x</b>', '{1}', '`x`', '```'],
    ...[
      '1. ',
      '10',
      '- ',
      '# ',
      '> ',
      ':::note',
      '::x',
      '[x] ',
      ']: /x',
      '(/x)',
    ],
    ...['import ', 'export const a = 1', '---', '===', '~~~', '    ', '|-|'],
  );
  const texts = fc
    .array(pieces, { minLength: 1, maxLength: 8 })
    .map((all) => all.join(''));
  let plain = 0;
  fc.assert(
    fc.property(texts, (text) => {
      if (!isPlainLine(text)) return;
      plain += 1;
      expect(blocksIn(text, 'mdx')).toEqual([]);
    }),
    { numRuns: 1500, seed: generatedSeed() },
  );
  expect(plain).toBeGreaterThan(200);
});
