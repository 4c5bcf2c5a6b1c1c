import type { HeaderList } from '../protocol.ts';
import type { PlaygroundServer } from '../host/start-server.ts';
import type { Names } from './names.ts';
import type { RecordedExchange, Recording } from './recording.ts';
import { inTime, type Pair, whole } from './step.ts';

type HttpRecording = Extract<Recording, { readonly kind: 'http' }>;

/** What the tests keep of an answer's headers, in their order; the rest differs from server to server. */
const kept = [
  'content-type',
  'content-disposition',
  'x-content-type-options',
  'location',
  'etag',
  'allow',
  'set-cookie',
];

/**
 * Sends the recorded requests one after the other.
 *
 * @param server one that nobody else uses
 */
export async function* playHttp(
  server: PlaygroundServer,
  { exchanges }: HttpRecording,
  names: Names,
): AsyncGenerator<Pair> {
  for (const { request, response } of exchanges) {
    const asked = { client: '', from: 'client' } as const;
    const text = requestText(request);
    const answer = inTime(ask(server, request, names));
    yield {
      recorded: { ...asked, text },
      live: { ...asked, text: names.fill(text) },
      agrees: true,
    };
    const recorded = {
      client: '',
      from: 'server',
      text: answerText(response, response.headers, response.body ?? ''),
    } as const;
    const live = await answer;
    yield live === undefined
      ? { recorded, live: 'nothing', agrees: false }
      : {
          recorded,
          live: { client: '', from: 'server', text: live },
          agrees: names.agrees(recorded.text, live),
        };
  }
}

async function ask(
  server: PlaygroundServer,
  { method, url, headers = {}, body }: RecordedExchange['request'],
  names: Names,
): Promise<string> {
  const answer = await server.request(names.fill(url), {
    method,
    headers,
    ...(body === undefined ? {} : { body: whole(names.fill(body)) }),
  });
  const text = await new Response(answer.body).text();
  return answerText(answer, headersOf(answer.headers), text);
}

function requestText({
  method,
  url,
  headers = {},
  body = '',
}: RecordedExchange['request']): string {
  return messageText(`${method} ${url}`, headers, body);
}

function answerText(
  { status, statusText = '' }: { status: number; statusText?: string },
  headers: Readonly<Record<string, string>>,
  body: string,
): string {
  return messageText(`${status} ${statusText}`.trim(), headers, indented(body));
}

function messageText(
  first: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): string {
  const named = Object.entries(headers).map((pair) => pair.join(': '));
  return [first, ...named, ...(body === '' ? [] : ['', body])].join('\n');
}

function headersOf(list: HeaderList): Record<string, string> {
  return Object.fromEntries(
    kept.flatMap((name) =>
      list.filter(([one]) => one === name).map(([, value]) => [name, value]),
    ),
  );
}

/** The tests indent JSON, since one server does so and the other does not. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
