import { get, type RequestOptions } from 'node:https';
import { createEventParser, type StreamEvent } from './event-stream';

/** An event stream over TLS, by a client that trusts one certificate. */
export interface SecureStream {
  readonly events: StreamEvent[];
  /** Resolves with an event by index, from 0; rejects if the stream ends before. */
  event(index: number): Promise<StreamEvent>;
  /** Resolves at the end of the stream. */
  readonly ended: Promise<void>;
  leave(): void;
}

/** Requests an event stream, without waiting for the response. */
export function secureStream(
  url: string,
  options: RequestOptions,
): SecureStream {
  const events: StreamEvent[] = [];
  const waiting = new Set<() => void>();
  const parse = createEventParser();
  let end: Error | undefined;
  let resolveEnded: () => void;
  const ended = new Promise<void>((resolve) => (resolveEnded = resolve));
  const over = (how: string) => {
    end ??= new Error(`${url} ${how}.`);
    for (const check of waiting) check();
    resolveEnded();
  };
  const request = get(url, options, (response) => {
    response.setEncoding('utf8');
    response.on('data', (text: string) => {
      events.push(...parse(text));
      for (const check of waiting) check();
    });
    response.on('close', () => over(`ended with ${response.statusCode}`));
  });
  request.on('error', ({ message }) => over(message));
  return {
    ...{ events, ended },
    event: (index) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (index < events.length) resolve(events[index]);
          else if (end) reject(end);
        };
        waiting.add(check);
        check();
      }),
    leave: () => request.destroy(),
  };
}
