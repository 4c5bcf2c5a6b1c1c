import { expect, test } from 'vitest';
import {
  parseEvents,
  readEvents,
  type StreamEvent,
} from '../src/app/read-events';

const text = 'event: text\ndata: "ä\\n"\n\n: ping\n\ndata:one\ndata: two\n\n';
const events = [
  { event: 'text', data: '"ä\\n"' },
  { event: 'message', data: 'one\ntwo' },
];

/** A stream that ends at once, or that continues after its chunks. */
function streamOf(bytes: Uint8Array, size: number, onCancel = () => {}) {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += size)));
    },
    cancel: onCancel,
  });
}

const headers = { 'content-type': 'text/event-stream' };

async function all(response: Response): Promise<StreamEvent[]> {
  const read: StreamEvent[] = [];
  for await (const event of readEvents(response)) read.push(event);
  return read;
}

test.each([1, 2, 3, 7, 1000])(
  'reads events in chunks of %i bytes',
  async (size) => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const bytes = new TextEncoder().encode(text.replaceAll('\n', newline));
      const response = new Response(streamOf(bytes, size), { headers });
      expect(await all(response)).toEqual(events);
    }
  },
);

test('keeps an incomplete event', () => {
  expect(parseEvents('data: 1\n\ndata: 2')).toEqual({
    events: [{ event: 'message', data: '1' }],
    rest: 'data: 2',
  });
});

test('closes the connection when the loop is left', async () => {
  let cancelled = false;
  const bytes = new TextEncoder().encode(text.repeat(100));
  const body = streamOf(bytes, 100, () => (cancelled = true));
  for await (const event of readEvents(new Response(body, { headers }))) {
    expect(event).toEqual(events[0]);
    break;
  }
  expect(cancelled).toBe(true);
});

test.each([
  ['an error', new Response('{}', { status: 413 }), 'responded with 413'],
  [
    'a page',
    new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    'responded with 200 text/html',
  ],
])('rejects %s', async (_, response, message) => {
  await expect(all(response)).rejects.toThrow(message);
});
