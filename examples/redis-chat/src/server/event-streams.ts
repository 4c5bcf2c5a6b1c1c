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

/** Sends a heartbeat to every stream, so that no proxy closes it as idle. */
export function keepEventStreamsOpen(): void {
  for (const stream of open) {
    // Browsers ignore an event without data.
    void stream.push({ event: 'heartbeat', data: '' });
  }
}

/** Closes all open streams, and rejects new ones. */
export async function closeEventStreams(): Promise<void> {
  closing = true;
  await Promise.all([...open].map((stream) => stream.close()));
}
