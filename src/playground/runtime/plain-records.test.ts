import { afterEach, expect, it } from 'vitest';
import { plainRecords } from './plain-records.ts';

const { push } = Array.prototype;

afterEach(() => {
  Reflect.deleteProperty(Array.prototype, '0');
  Reflect.deleteProperty(Object.prototype, 'text');
  Array.prototype.push = push;
});

it('keeps the objects of the protocol', () => {
  const records = [
    {
      type: 'head',
      id: 1,
      status: 200,
      statusText: 'OK',
      headers: [['content-type', 'text/plain']],
    },
    { type: 'chunk', id: 1, data: new Uint8Array([1, 2]) },
    { type: 'close', id: 2, code: 1000, reason: '' },
    { type: 'console', level: 'log', text: 'Hello', dropped: 0 },
  ];
  expect(structuredClone(plainRecords(records))).toEqual(records);
});

it('drops all other objects and members', () => {
  const objects = [{}, {}];
  const given = [
    { type: 'data', id: 1, data: objects, more: objects },
    { type: 'head', id: 2, headers: [[objects, 'a'], objects, 'b'] },
  ];
  expect(structuredClone(plainRecords(given))).toEqual([
    { type: 'data', id: 1 },
    { type: 'head', id: 2, headers: [[undefined, 'a'], [], []] },
  ]);
});

it('reads a member once, and calls no functions of a handler', () => {
  let reads = 0;
  const caught: unknown[] = [];
  const record = {
    type: 'console',
    get level() {
      reads += 1;
      return reads > 1 ? [{}] : 'log';
    },
  };
  const hostile = {
    configurable: true,
    set: (value: unknown) => (caught[caught.length] = value),
  };
  const records = [{ text: 'Hello' }, record];
  Object.defineProperty(Array.prototype, '0', hostile);
  Object.defineProperty(Object.prototype, 'text', hostile);
  Array.prototype.push = (...values) => (caught[caught.length] = values).length;
  const copies = plainRecords(records);
  const [first, second] = [copies?.[0], copies?.[1]];
  const found = caught.length;
  Reflect.deleteProperty(Array.prototype, '0');
  Reflect.deleteProperty(Object.prototype, 'text');
  Array.prototype.push = push;
  expect(found).toBe(0);
  expect(structuredClone(first)).toEqual({ text: 'Hello' });
  expect(structuredClone(second)).toEqual({ type: 'console', level: 'log' });
});

it('limits records and headers', () => {
  const many = Array.from({ length: 1_001 }, () => ({ type: 'end', id: 1 }));
  expect(plainRecords(many)).toHaveLength(1_000);
  const headers = Array.from({ length: 20_001 }, () => ['a', 'b']);
  expect(plainRecords([{ type: 'head', headers }])).toBeUndefined();
});
