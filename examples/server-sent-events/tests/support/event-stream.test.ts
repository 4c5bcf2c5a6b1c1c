import { expect, test } from 'vitest';
import { createEventParser } from './event-stream';

const text = [
  ': a comment',
  'id: 7',
  'event: note',
  'retry: 2000',
  'data: one',
  'data:two: three',
  'unknown: x',
  '',
  'id: 8',
  '',
  'data',
  'retry: soon',
  '',
  'data: never ended',
  '',
].join('\n');

const events = [
  { id: '7', event: 'note', retry: 2000, data: 'one\ntwo: three' },
  { data: '' },
];

test('parses every field, and only complete events', () => {
  expect(createEventParser()(text)).toEqual(events);
});

test.each(['\r', '\r\n'])('parses lines that end with %j', (end) => {
  expect(createEventParser()(text.replaceAll('\n', end))).toEqual(events);
});

test('parses a stream of single characters', () => {
  const parse = createEventParser();
  const characters = Array.from(text.replaceAll('\n', '\r\n'));
  expect(characters.flatMap((character) => parse(character))).toEqual(events);
});
