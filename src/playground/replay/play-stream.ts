import { eventReader, textPieces, type WireEvent } from '../ui/event-reader.ts';
import type { PlaygroundServer } from '../client/start-server.ts';
import type { Names } from './names.ts';
import {
  withTimeout,
  type Pair,
  type RecordedConnection,
  type Recording,
  type Step,
} from './recording.ts';

type StreamRecording = Extract<Recording, { readonly kind: 'event-stream' }>;

/**
 * Opens the recorded connections one after the other, with the headers of each client, and closes each after the recorded number
 * of events.
 *
 * @param server used only for this replay
 */
export async function* playStream(
  server: PlaygroundServer,
  { url, connections }: StreamRecording,
  names: Names,
): AsyncGenerator<Pair> {
  for (const connection of connections) {
    yield* playConnection(server, url, connection, names);
  }
}

async function* playConnection(
  server: PlaygroundServer,
  url: string,
  { request, response, events }: RecordedConnection,
  names: Names,
): AsyncGenerator<Pair> {
  const headers = Object.entries(request.headers);
  const sent = (fill: (value: string) => string): Step => ({
    client: '',
    from: 'client',
    text: lines(
      `GET ${url}`,
      ...headers.map(([name, value]) => `${name}: ${fill(value)}`),
    ),
  });
  const controller = new AbortController();
  const init = {
    headers: headers.map(([name, value]): [string, string] => [
      name,
      names.fill(value),
    ]),
    signal: controller.signal,
  };
  try {
    const answer = withTimeout(server.fetch(url, init));
    const live = sent((value) => names.fill(value));
    yield { recorded: sent((value) => value), live, agrees: true };

    const got = await answer;
    const recorded = received(headText(response.status, response.headers));
    if (!got) {
      yield { recorded, live: 'nothing', agrees: false };
      return;
    }
    const type = got.headers.get('content-type') ?? '';
    const head = received(headText(got.status, { 'content-type': type }));
    yield pairOf(recorded, head, names);

    const next = readEvents(got);
    for (const event of events) {
      const liveEvent = await withTimeout(next());
      const step = received(eventText(event));
      if (liveEvent) yield pairOf(step, received(eventText(liveEvent)), names);
      else yield { recorded: step, live: 'nothing', agrees: false };
    }
  } finally {
    controller.abort();
  }
}

function pairOf(recorded: Step, live: Step, names: Names): Pair {
  return { recorded, live, agrees: names.agrees(recorded.text, live.text) };
}

/** @returns a function that waits for the next event and rejects at the end of the stream */
function readEvents(response: Response): () => Promise<WireEvent> {
  const waiting: WireEvent[] = [];
  const take = eventReader((event) => waiting.push(event));
  const pieces = textPieces(response.body ?? new Blob().stream());
  return async () => {
    for (;;) {
      const event = waiting.shift();
      if (event) return event;
      const next = await pieces.next();
      if (next.done) throw new Error('The stream has ended.');
      take(next.value);
    }
  };
}

function received(text: string): Step {
  return { client: '', from: 'server', text };
}

function headText(status: number, headers: Readonly<Record<string, string>>) {
  const headerLines = Object.entries(headers).map((pair) => pair.join(': '));
  return lines(String(status), ...headerLines);
}

function eventText(event: Partial<WireEvent>): string {
  const fields = ['id', 'event', 'retry', 'data'] as const;
  return lines(
    ...fields.flatMap((name) =>
      event[name] === undefined ? [] : [`${name}: ${event[name]}`],
    ),
  );
}

function lines(...all: readonly string[]): string {
  return all.join('\n');
}
