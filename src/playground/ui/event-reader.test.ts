import { expect, it } from 'vitest';
import { eventReader, textPieces, type WireEvent } from './event-reader.ts';

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
])('%j, as one chunk and as single characters', (text, events) => {
  expect(read([text])).toEqual(events);
  expect(read(Array.from(text))).toEqual(events);
});

it('reads every character once, and keeps a megabyte of a line', () => {
  const events: WireEvent[] = [];
  const take = eventReader((event) => events.push(event));
  take(`data:${'x'.repeat(1_500_000)}`);
  // Rescanning the line for each chunk would take half a minute.
  const began = performance.now();
  for (let count = 0; count < 5_000; count += 1) take('y');
  expect(performance.now() - began).toBeLessThan(10_000);
  take('\n'.repeat(2));
  expect(events).toHaveLength(1);
  expect(events[0]?.data).toHaveLength(1_000_000 - 'data:'.length + 1);
  expect(events[0]?.data?.endsWith('x…')).toBe(true);
  take('data: y\n'.repeat(700_000));
  take('\n');
  expect(events[1]?.data).toHaveLength(1_000_001);
});

it('splits a stream into small chunks and yields to the page between them', async () => {
  const text = 'ä'.repeat(2_000_000);
  let others = 0;
  const timer = setInterval(() => (others += 1));
  const pieces: string[] = [];
  for await (const piece of textPieces(new Blob([text]).stream())) {
    pieces.push(piece);
    const until = performance.now() + 1;
    while (performance.now() < until);
  }
  clearInterval(timer);
  expect(pieces.join('')).toBe(text);
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
  expect(others).toBeGreaterThan(2);
});

function read(pieces: readonly string[]): WireEvent[] {
  const events: WireEvent[] = [];
  const take = eventReader((event) => events.push(event));
  for (const piece of pieces) take(piece);
  return events;
}
