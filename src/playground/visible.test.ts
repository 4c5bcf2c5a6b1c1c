import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visible } from './visible.ts';

it.each([
  '\u0000 \u001b \u007f \u0085 \u00ad \u034f \u061c \u115f \u1160 \u17b4 \u180b \u180e',
  '\u200b \u200c \u200d \u200e \u200f \u2028 \u2029 \u202a \u202e \u2060 \u2066 \u2069',
  '\u2800 \u3164 \ufe00 \ufe0f \ufeff \uffa0 \ufff9 \ud800 \udfff \r',
  '\u{1d173} \u{e0001} \u{e0041} \u{e007f} \u{e0100}',
])('shows each character of %j as an escape', (text) => {
  for (const character of text.split(' ')) {
    const escape = visible(`a${character}b`);
    expect(escape).toMatch(/^a\\u(?:[\da-f]{4}|\{[\da-f]{5}\})b$/);
    expect((0, eval)(`'${escape}'`)).toBe(`a${character}b`);
  }
});

it.each([
  'plain text,\n\ttabs and\r\nline breaks',
  'Grüße, 你好, שלום, नमस्ते, e\u0301',
  '👋 👋🏽 👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈 ❤️ 1️⃣ 🇩🇪 ©️',
])("doesn't change %j", (text) => {
  expect(visible(text)).toBe(text);
});

it.each([
  ['\u202etsol si noitcennoc ehT', String.raw`\u202etsol si noitcennoc ehT`],
  ['a\ufe0f', String.raw`a\ufe0f`],
  ['👋\ufe0f\ufe0f', '👋\ufe0f\\ufe0f'],
  ['👋\u200d', String.raw`👋\u200d`],
  ['// ok\u2028run()', String.raw`// ok\u2028run()`],
])('%j becomes %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

it('no text contains hidden characters afterwards', () => {
  const shapes = /\p{Extended_Pictographic}|\u200d|\ufe0f|\r\n|[\t\n]/gu;
  fc.assert(
    fc.property(fc.array(fc.nat(0x10ffff)), (codes) => {
      const text = String.fromCodePoint(...codes);
      const rest = visible(text).replaceAll(shapes, '');
      expect(rest).not.toMatch(
        /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u,
      );
    }),
    { seed: 14, numRuns: 2_000 },
  );
});
