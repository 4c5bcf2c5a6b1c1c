import { expect, it } from 'vitest';
import { formatLine } from './inspect.ts';

it('formats values like Node', () => {
  const circular: Record<string, unknown> = { a: 1 };
  circular['self'] = circular;
  expect(
    formatLine([
      'text',
      42,
      undefined,
      null,
      ['a', 1n],
      { a: { b: new Map([['c', new Set([1])]]) } },
      circular,
      new Uint8Array(3),
    ]),
  ).toBe(
    "text 42 undefined null [ 'a', 1n ] { a: { b: Map(1) { 'c' => Set(1) { 1 } } } } { a: 1, self: [Circular] } Uint8Array(3)",
  );
  expect(formatLine([new Error('broken')])).toMatch(/^Error: broken\n\s+at /);
});

it("survives values that can't be formatted, and truncates long ones", () => {
  const trap = {
    get a(): never {
      throw new Error('no');
    },
  };
  expect(formatLine([trap])).toBe('[a value that cannot be shown]');
  expect(formatLine(['x'.repeat(20_000)])).toHaveLength(10_001);
});
