import { EventSource, type FetchLike } from 'eventsource';
import type { PlaygroundServer } from './start-server.ts';

/**
 * Opens an event stream; it reconnects by itself, as a browser's does.
 *
 * @param fetch what reads along, in place of the server's own
 */
export function openEventSource(
  server: PlaygroundServer,
  path: string,
  fetch: FetchLike = (url, init) => server.fetch(url, init),
): EventSource {
  return new EventSource(new URL(path, server.origin), { fetch });
}
