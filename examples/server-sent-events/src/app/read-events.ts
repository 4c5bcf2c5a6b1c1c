/** An event of a stream. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Reads the events of a response to `fetch()`. Aborting the request ends it with an error; leaving the loop closes the connection.
 *
 * @throws if the response isn't an event stream
 */
export async function* readEvents(
  response: Response,
): AsyncGenerator<StreamEvent> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !response.body || !type.startsWith('text/event-stream')) {
    await response.body?.cancel();
    throw new Error(`The server responded with ${response.status} ${type}.`);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const { events, rest } = parseEvents(text + value);
      yield* events;
      text = rest;
    }
  } finally {
    await reader.cancel();
  }
}

/** Parses the complete events of a text, and returns the rest. Each event ends with a blank line. */
export function parseEvents(text: string): {
  events: StreamEvent[];
  rest: string;
} {
  const blocks = text.split(/\r\n\r\n|\n\n|\r\r/);
  const rest = blocks.pop() ?? '';
  return { events: blocks.flatMap(parseEvent), rest };
}

/** Parses the lines of an event; none if they have no data, such as a comment. */
function parseEvent(block: string): StreamEvent[] {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, name, value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (name === 'event') event = value;
    if (name === 'data') data.push(value);
  }
  return data.length > 0 ? [{ event, data: data.join('\n') }] : [];
}
