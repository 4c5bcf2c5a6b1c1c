import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlight } from './highlight.ts';
import { carriedOver, type Part, shownText } from './parts.ts';

const textOf = (parts: readonly Part[]) =>
  parts.map(({ text }) => text).join('');

const code = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', "'", '`', '${', '}', '/*', '*/', '\n', ';', '<'),
  }),
  fc
    .tuple(
      fc.constantFrom('a', 'a;', '\n', 'a\n', '((', '`${', '/* '),
      fc.nat(8_000),
    )
    .map(([unit, count]) => unit.repeat(count)),
);

it('shows the whole text, in a limited number of elements', () => {
  fc.assert(
    fc.property(code, code, (text, other) => {
      for (const parts of [
        highlight(text),
        carriedOver(highlight(other), other, text),
      ]) {
        expect(text.startsWith(textOf(parts))).toBe(true);
        const { lines, rest } = shownText(text, parts);
        const shown = lines.map(textOf).join('\n');
        expect(rest === '' ? shown : `${shown}\n${rest}`).toBe(text);
        expect(lines.length).toBeLessThanOrEqual(1_000);
        expect(lines.flat().length).toBeLessThanOrEqual(6_500);
      }
    }),
    { numRuns: 60 },
  );
});

it('highlights like the pages', () => {
  const parts = highlight("const a = 'b'; // c\n\nreturn;");
  expect(parts.filter(({ className }) => className)).toEqual([
    { className: 'token keyword', text: 'const' },
    { className: 'token operator', text: '=' },
    { className: 'token string', text: "'b'" },
    { className: 'token punctuation', text: ';' },
    { className: 'token comment', text: '// c' },
    { className: 'token keyword', text: 'return' },
    { className: 'token punctuation', text: ';' },
  ]);
});

it("doesn't highlight text after a line of more than 1,000 characters", () => {
  const line = "const a = 'b';\n";
  const long = `${'a'.repeat(63_000)}\n`;
  expect(textOf(highlight(line + long + line))).toBe(line);
  expect(textOf(highlight(line.repeat(4_000))).length).toBeLessThanOrEqual(
    20_000,
  );
});

it('keeps the highlighting around typed text, which continues the preceding part', () => {
  const before = "const a = 'bc';";
  const parts = highlight(before);
  expect(carriedOver(parts, before, "const a = 'bxc';")).toEqual([
    ...parts.slice(0, -2),
    { className: 'token string', text: "'b" },
    { className: 'token string', text: 'x' },
    { className: 'token string', text: "c'" },
    { className: 'token punctuation', text: ';' },
  ]);
  expect(textOf(carriedOver(parts, before, 'const ;'))).toBe('const ;');
});
