import { eventReader, type WireEvent } from '../face/event-reader.ts';
import type { PlaygroundServer } from '../host/start-server.ts';
import type { Names } from './names.ts';
import type { RecordedConnection, Recording } from './recording.ts';
import { inTime, type Pair, type Step } from './step.ts';

type StreamRecording = Extract<Recording, { readonly kind: 'event-stream' }>;

/**
 * Opens the recorded connections one after the other, with what each client
 * sent, and leaves each after as many events.
 *
 * @param server one that nobody else uses
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
  const own = new AbortController();
  const init = {
    headers: headers.map(([name, value]): [string, string] => [
      name,
      names.fill(value),
    ]),
    signal: own.signal,
  };
  try {
    const answer = inTime(server.fetch(url, init));
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
      const came = await inTime(next());
      const step = received(eventText(event));
      if (came) yield pairOf(step, received(eventText(came)), names);
      else yield { recorded: step, live: 'nothing', agrees: false };
    }
  } finally {
    own.abort();
  }
}

function pairOf(recorded: Step, live: Step, names: Names): Pair {
  return { recorded, live, agrees: names.agrees(recorded.text, live.text) };
}

/** @returns gives one event after the other; it fails at the end of the stream */
function readEvents(response: Response): () => Promise<WireEvent> {
  const waiting: WireEvent[] = [];
  const decoder = new TextDecoder();
  const take = eventReader((event) => waiting.push(event));
  const reader = response.body?.getReader();
  return async () => {
    for (;;) {
      const event = waiting.shift();
      if (event) return event;
      const piece = await reader?.read();
      if (!piece || piece.done) throw new Error('The stream has ended.');
      take(decoder.decode(piece.value, { stream: true }));
    }
  };
}

function received(text: string): Step {
  return { client: '', from: 'server', text };
}

function headText(status: number, headers: Readonly<Record<string, string>>) {
  const named = Object.entries(headers).map((pair) => pair.join(': '));
  return lines(String(status), ...named);
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
