import { expect, test } from 'vitest';

import { partsOf } from './inventory.ts';
import { parseInline } from './inline.ts';
import { isEmptied, structureProblem } from './structure.ts';

function problem(id: string, text: string): string | undefined {
  const references = { definitions: ['a'], footnotes: ['1'] };
  const [english, german] = [id, text].map((one) =>
    partsOf(parseInline(one, references)),
  );
  return structureProblem(english ?? [], german ?? [], { id, text });
}

test.each([
  [
    '<Term>A `b`</Term> c',
    '`b` <Term>A</Term> c',
    'the translation has the code span `b` outside of other parts; the English has it in the JSX tag <Term>; nest the parts as the msgid does.',
  ],
  [
    '[A](/a) and [b](/b)',
    '[A und [b](/b)](/a)',
    'the translation lost the URL /a; the English has it once, the translation not at all; write it as the msgid does.',
  ],
  [
    '<a href="/a">A</a> and [b](/b)',
    '<a href="/a">A und [b](/b)</a>',
    'the translation has the URL /b in the JSX tag <a href="/a">; the English has it outside of other parts; nest the parts as the msgid does.',
  ],
  [
    '<T>`a` b</T> <T>`c` d</T>',
    '<T>`a` `c` b</T> <T>d</T>',
    'the parts of the translation are nested differently than in the English; nest the parts as the msgid does.',
  ],
  [
    'A <b>word</b>',
    'Ein <b>.</b> Wort',
    'the translation leaves the JSX tag <b> without its words; there is "."; write the words in it that the English has there.',
  ],
  [
    'Run <code>a()</code>',
    'Starte <code>b()</code>',
    'the translation changed the code element <code>a()</code>; there is <code>b()</code> instead; write it as the msgid does.',
  ],
])('%s → %s', (english, german, expected) => {
  expect(problem(english, german)).toBe(expected);
});

test.each([
  ['A [b](/b), `c` and *d*.', '*D*, `c` und [B](/b).'],
  ['<T>`a` b</T> and <T>c</T>', '<T>C</T> und <T>b `a`</T>'],
  ['[*A* word](/a)', '[Wort *A*](/a)'],
  ['[the `peer`](/a)', '[`peer`](/a)'],
  ['[1](/a)', '[eins](/a)'],
  ['![](/a.png) a', '![](/a.png) b'],
])('%s may be %s', (english, german) => {
  expect(problem(english, german)).toBeUndefined();
});

test('a translation may be short, but not nearly empty', () => {
  const sentence = 'Nitro then closes the socket of a client.';
  expect(isEmptied(sentence, '随后 Nitro 关闭连接。')).toBe(false);
  expect(isEmptied(sentence, '关闭')).toBe(false);
  expect(isEmptied(sentence, 'x')).toBe(true);
  expect(isEmptied('3', '\u00a0')).toBe(true);
  expect(isEmptied('3', 'drei')).toBe(false);
});
