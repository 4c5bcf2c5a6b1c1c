import {
  createError,
  createEventStream,
  type EventStream,
  type H3Event,
} from 'h3';

const open = new Set<EventStream>();
let closing = false;

/**
 * Opens an event stream that ends when the server stops: a route calls this
 * instead of `createEventStream(event)`.
 *
 * @throws 503 when the server is already stopping
 */
export function openEventStream(event: H3Event): EventStream {
  if (closing) {
    throw createError({ statusCode: 503, statusMessage: 'Stopping' });
  }
  const stream = createEventStream(event);
  open.add(stream);
  stream.onClosed(() => open.delete(stream));
  return stream;
}

/** Sends something to every stream that no client takes for an event: what stands between sees it in use. */
export function keepEventStreamsOpen(): void {
  for (const stream of open) {
    // An event without data is none to a browser.
    void stream.push({ event: 'heartbeat', data: '' });
  }
}

/** Ends all streams that are open, and lets no other begin. */
export async function closeEventStreams(): Promise<void> {
  closing = true;
  await Promise.all([...open].map((stream) => stream.close()));
}
