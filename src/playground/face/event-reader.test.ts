import { expect, it } from 'vitest';
import { eventReader, type WireEvent } from './event-reader.ts';

const none = {
  id: undefined,
  event: undefined,
  retry: undefined,
  data: undefined,
};

it.each<[string, WireEvent[]]>([
  ['data: a\n\n', [{ ...none, data: 'a' }]],
  ['data:a\r\ndata:  b\r\n\r\n', [{ ...none, data: 'a\n b' }]],
  [
    'data: a\r\rdata: b\r\r\n',
    [
      { ...none, data: 'a' },
      { ...none, data: 'b' },
    ],
  ],
  [
    'id: 7\nevent: reset\nretry: 2000\ndata\n\n',
    [{ id: '7', event: 'reset', retry: 2000, data: '' }],
  ],
  ['retry: 5\n\n', [{ ...none, retry: 5 }]],
  ['retry: 5s\nid: a\0\nother: x\n: comment\n\n', []],
  ['data: not ended\n', []],
])('%j, in one piece and in single characters', (text, events) => {
  expect(read([text])).toEqual(events);
  expect(read(Array.from(text))).toEqual(events);
});

function read(pieces: readonly string[]): WireEvent[] {
  const events: WireEvent[] = [];
  const take = eventReader((event) => events.push(event));
  for (const piece of pieces) take(piece);
  return events;
}
