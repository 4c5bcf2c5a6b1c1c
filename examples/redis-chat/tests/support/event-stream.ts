/** One event as it came over the wire: only the fields that were sent. */
export interface StreamEvent {
  id?: string;
  event?: string;
  retry?: number;
  data: string;
}

/** An open event stream. */
export interface EventStreamReader {
  readonly status: number;
  readonly headers: Headers;
  /** The next event; waits for it. Throws when the server ends the stream. */
  next(): Promise<StreamEvent>;
  /** The next `count` events, in order. */
  take(count: number): Promise<StreamEvent[]>;
  /** Breaks the connection, as a closed tab does. */
  leave(): void;
}

/**
 * Requests an event stream; resolves with the response's headers.
 *
 * @param headers for example `{ 'last-event-id': '7' }`
 */
export async function openEventStream(
  url: string,
  headers: Record<string, string> = {},
): Promise<EventStreamReader> {
  const connection = new AbortController();
  const response = await fetch(url, { headers, signal: connection.signal });
  if (!response.body) throw new Error(`${url} answers without a body.`);
  const body = response.body.getReader();
  const decoder = new TextDecoder();
  const parse = createEventParser();
  const waiting: StreamEvent[] = [];

  async function next(): Promise<StreamEvent> {
    for (;;) {
      const event = waiting.shift();
      if (event) return event;
      const { done, value } = await body.read();
      if (done) throw new Error(`${url} ended the stream.`);
      waiting.push(...parse(decoder.decode(value, { stream: true })));
    }
  }

  return {
    status: response.status,
    headers: response.headers,
    next,
    async take(count) {
      const events: StreamEvent[] = [];
      while (events.length < count) events.push(await next());
      return events;
    },
    leave: () => {
      connection.abort();
    },
  };
}

/**
 * Makes a parser of `text/event-stream`, as the HTML standard describes it. It
 * takes the text in pieces of any size and returns the events that each piece
 * completes.
 */
export function createEventParser(): (text: string) => StreamEvent[] {
  let line = '';
  let afterReturn = false;
  let fields: Omit<StreamEvent, 'data'> = {};
  let data: string[] = [];

  function endOfLine(): StreamEvent | undefined {
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    const blank = line === '';
    line = '';
    if (blank) {
      const event = { ...fields, data: data.join('\n') };
      const complete = data.length > 0;
      fields = {};
      data = [];
      return complete ? event : undefined;
    }
    if (name === 'data') data.push(value);
    else if (name === 'id' || name === 'event') fields[name] = value;
    else if (name === 'retry' && /^\d+$/.test(value)) {
      fields.retry = Number(value);
    }
    return undefined;
  }

  return (text) => {
    const events: StreamEvent[] = [];
    for (const character of text) {
      const secondHalf = character === '\n' && afterReturn;
      afterReturn = character === '\r';
      if (secondHalf) continue;
      if (character === '\n' || character === '\r') {
        const event = endOfLine();
        if (event) events.push(event);
      } else line += character;
    }
    return events;
  };
}
