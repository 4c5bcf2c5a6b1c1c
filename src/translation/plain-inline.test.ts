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

describe('a message of text and code', () => {
  it.each([
    'Open a socket.',
    'Öffne `/api/ws/chat`, dann warte.',
    '`a` `b`: c (d) - e + f = g; "h" 100 % #1 1. 2)',
    '能连上，但毫无反应：`peer.send()`。',
    'a\u00a0b … c',
  ])('%s is read without the parser, as the parser reads it', (text) => {
    const plain = plainInline(text);
    expect(plain).toBeDefined();
    for (const nodes of parsed(text)) expect(nodes).toEqual(plain);
  });

  it.each([
    '**bold**',
    'a_b_',
    '[link](/x)',
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
    const texts = fc
      .array(pieces, { minLength: 1, maxLength: 12 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const plain = plainInline(text);
        if (plain === undefined) return;
        for (const nodes of parsed(text)) expect(nodes).toEqual(plain);
      }),
      { numRuns: 2000, seed: generatedSeed() },
    );
  });
});

it.each([
  { what: 'text', text: `${'a'.repeat(1e6)}*` },
  { what: 'code', text: '`a'.repeat(500_001) },
  { what: 'text and code', text: `${'`a` '.repeat(2e5)}<` },
])('much $what is not divided in every way', ({ text }) => {
  expect(plainInline(text)).toBeUndefined();
});
