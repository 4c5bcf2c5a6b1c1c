import { expect, test } from 'vitest';
import { readTick } from '../src/app/tick';

test('parses a tick', () => {
  const time = '2026-01-02T03:04:05.678Z';
  expect(readTick('a-7', JSON.stringify({ count: 7, time }))).toEqual({
    id: 'a-7',
    count: 7,
    time: new Date(time),
  });
});

test.each([
  ['no text', new Blob()],
  ['no JSON', '{'],
  ['null', 'null'],
  ['no object', '7'],
  ['no count', '{"time":"2026-01-02T03:04:05.678Z"}'],
  ['a count in words', '{"count":"7","time":"2026-01-02T03:04:05.678Z"}'],
  ['no time', '{"count":7}'],
  ['a time that is none', '{"count":7,"time":"noon-ish"}'],
])('rejects data that is or has %s', (_, data) => {
  expect(readTick('a-7', data)).toBeUndefined();
});
