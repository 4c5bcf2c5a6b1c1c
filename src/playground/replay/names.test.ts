import { expect, it } from 'vitest';
import { Names } from './names.ts';

it('binds a name to its first value', () => {
  const names = new Names();
  expect(names.agrees('{"id":"<peer-1>"}', '{"id":"a.b"}')).toBe(true);
  expect(names.agrees('{"from":"<peer-1>"}', '{"from":"a.b"}')).toBe(true);
  expect(names.agrees('{"from":"<peer-1>"}', '{"from":"axb"}')).toBe(false);
  expect(names.fill('/rooms/<peer-1>/<peer-2>')).toBe('/rooms/a.b/<peer-2>');
});

it('binds two names to two values', () => {
  const names = new Names();
  names.agrees('<peer-1>', 'a');
  expect(names.agrees('<peer-2>', 'a')).toBe(false);
  expect(names.agrees('<time-1>', 'a')).toBe(true);
  expect(names.agrees('<note-1> <note-2>', 'x x')).toBe(false);
  expect(names.agrees('<note-1> <note-1>', 'x y')).toBe(false);
  expect(names.agrees('<note-1> <note-1>', 'x x')).toBe(true);
});

it("binds nothing in a text that doesn't match", () => {
  const names = new Names();
  expect(names.agrees('a <peer-1>', 'b 1')).toBe(false);
  expect(names.agrees('a <peer-1>', 'a 2')).toBe(true);
});

it('a name without a number matches any value, and a run matches eight hexadecimal digits', () => {
  const names = new Names();
  expect(names.agrees('<timestamp> <timestamp>', '1 2')).toBe(true);
  expect(names.agrees('<run-1>-4', '0badc0de-4')).toBe(true);
  expect(new Names().agrees('<run-1>-4', 'any-4')).toBe(false);
});

it('compares other text exactly', () => {
  expect(new Names().agrees('{"a":1}', '{"a":2}')).toBe(false);
  expect(new Names().agrees('a.b', 'axb')).toBe(false);
  expect(new Names().agrees('close 1000', 'close 1000 ')).toBe(false);
});
