import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseInline } from './inline.ts';
import { plainInline } from './plain-inline.ts';
import { generatedSeed } from './testing/generated-seed.ts';

const references = { definitions: ['docs'], footnotes: ['1'] };
const parsed = (text: string) =>
  (['page', 'translation'] as const).map((rules) =>
    parseInline(text, references, rules),
  );

/** Returns how many of the messages were read without the parser. */
function expectAsParsed(
  pieces: fc.Arbitrary<string>,
  maxLength: number,
  numRuns: number,
): number {
  const texts = fc
    .array(pieces, { minLength: 1, maxLength })
    .map((all) => all.join(''));
  let read = 0;
  fc.assert(
    fc.property(texts, (text) => {
      const plain = plainInline(text);
      if (plain === undefined) return;
      read += 1;
      for (const nodes of parsed(text)) expect(nodes).toEqual(plain);
    }),
    { numRuns, seed: generatedSeed() },
  );
  return read;
}

describe('a message of text, code, emphasis and links', () => {
  it.each([
    'Open a socket.',
    'Öffne `/api/ws/chat`, dann warte.',
    '`a` `b`: c (d) - e + f = g; "h" 100 % #1 1. 2)',
    '能连上，但毫无反应：`peer.send()`。',
    'a\u00a0b … c',
    '**Note:** a *word*, and **two `words`.**',
    '[`peer`: a link](../guide/rooms.mdx#join_it) and [more](https://example.org/a?b=c%20d).',
    '先 **注意** 再看 [指南](./guide.mdx)。',
  ])('%s is read without the parser, as the parser reads it', (text) => {
    const plain = plainInline(text);
    expect(plain).toBeDefined();
    for (const nodes of parsed(text)) expect(nodes).toEqual(plain);
  });

  it.each([
    '**bold**en',
    'em**bold**',
    '（**bold**）',
    '**bold**。',
    '** bold**',
    '**bold\u00a0**',
    '***both***',
    '**bold *both* bold**',
    '**[link](/x)**',
    '[**bold**](/x)',
    'a_b_',
    '[docs]',
    '[link](/x "title")',
    '[link](<x>)',
    '[link](/x_(y))',
    '[link](/x&amp;y)',
    '![image](/x)',
    '[^1](/x)',
    '<b>x</b>',
    '{x}',
    'a\\*b',
    '&amp;',
    'see :icon',
    'www.example.org',
    'https://example.org',
    'a@b.example',
    '``a`b``',
    '`a``b`',
    '` a `',
    ' a',
    'a ',
    'a\nb',
    '~~x~~',
    '[^1]',
  ])('%s is left to the parser', (text) => {
    expect(plainInline(text)).toBeUndefined();
  });

  it('is never read otherwise than by the parser', () => {
    const pieces = fc.constantFrom(
      ...'aZ9 .,:;!?-+=#$%/()\'"`*_~|<>{}[]\\&@^ö中，\u00a0\u3000'.split(''),
      'www',
      'http',
      '://',
      '`x`',
      ': ',
    );
    expectAsParsed(pieces, 12, 2000);
  });

  it('is never read otherwise than by the parser where most of it is emphasis and links', () => {
    const oneOf = (...all: string[]) => fc.constantFrom(...all);
    const joined = (...parts: fc.Arbitrary<string>[]) =>
      fc.tuple(...parts).map((all) => all.join(''));
    const words = ['a', 'b c', 'd.', '(e)', '`f`', '中', '，', ':', '!'];
    const inside = joined(
      oneOf('', '', '', '', ' ', '\u00a0', '*'),
      fc.array(oneOf(...words), { maxLength: 3 }).map((all) => all.join('')),
      oneOf('', '', '', '', ' ', '\u00a0', '*'),
    );
    const urls = ['/x', '/x', '../a_b_c.mdx#d', 'https://e.org/?f=%20'];
    const marked = fc.oneof(
      joined(oneOf('*', '**'), inside, oneOf('*', '**')),
      ...['*', '**'].map((mark) => inside.map((text) => mark + text + mark)),
      joined(
        oneOf('[', '[', '[', '!['),
        inside,
        oneOf(...urls.map((url) => `](${url})`)),
      ),
    );
    const pieces = joined(
      oneOf('', '', '', 'a ', 'a ', 'a', '!', '中', '(', '*'),
      marked,
      oneOf('', '', ' b', ' b ', '. ', ', ', ': ', '!', '。', '*'),
    );
    expect(expectAsParsed(pieces, 3, 10_000)).toBeGreaterThan(100);
  });
});

it.each([
  { what: 'text', text: `${'a'.repeat(1e6)}*` },
  { what: 'code', text: '`a'.repeat(500_001) },
  { what: 'text and code', text: `${'`a` '.repeat(2e5)}<` },
  { what: 'emphasis', text: `${'**a** '.repeat(2e5)}<` },
  { what: 'emphasis that never ends', text: `**${'a'.repeat(1e6)}` },
  { what: 'of what may be links', text: '[a] '.repeat(2e5) },
  { what: 'of many links', text: `${'[a](b) '.repeat(2e5)}<` },
])('much $what is not divided in every way', ({ text }) => {
  expect(plainInline(text)).toBeUndefined();
});
