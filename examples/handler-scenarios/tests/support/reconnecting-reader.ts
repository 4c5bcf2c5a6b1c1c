import type { ReceivedEvent } from '../scenarios/client';
import { createEventParser } from './event-stream';

/**
 * An EventSource for Node, which reconnects with the last id after the server's retry time.
 *
 * @returns a function that closes it
 */
export function openEventSource(
  url: URL,
  onEvent: (event: ReceivedEvent) => void,
): { close(): void } {
  const connection = new AbortController();
  const { signal } = connection;
  let lastEventId = '';
  let retry = 3000;

  async function read(): Promise<void> {
    const response = await fetch(url, {
      signal,
      headers: {
        accept: 'text/event-stream',
        ...(lastEventId === '' ? {} : { 'last-event-id': lastEventId }),
      },
    });
    const parse = createEventParser();
    const decoder = new TextDecoder();
    for await (const bytes of response.body ?? []) {
      for (const event of parse(decoder.decode(bytes, { stream: true }))) {
        lastEventId = event.id ?? lastEventId;
        retry = event.retry ?? retry;
        onEvent({
          type: event.event ?? 'message',
          lastEventId,
          data: event.data,
        });
      }
    }
    if (!signal.aborted) timer = setTimeout(start, retry);
  }
  let timer: NodeJS.Timeout | undefined;
  function start(): void {
    read().catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
  start();

  return {
    close: () => {
      clearTimeout(timer);
      connection.abort();
    },
  };
}
