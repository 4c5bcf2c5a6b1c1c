import { formatJson, readText } from '../ui/payload-text.ts';
import type { HeaderList } from '../protocol.ts';
import type { PlaygroundServer } from '../client/start-server.ts';
import type { Names } from './names.ts';
import {
  withTimeout,
  type Pair,
  type RecordedExchange,
  type Recording,
  expandLength,
} from './recording.ts';

type HttpRecording = Extract<Recording, { readonly kind: 'http' }>;

/** Characters of a body that are compared. */
const longestBody = 100_000;

/** Headers that the tests record, in order; others differ between servers. */
const recordedHeaders = [
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
 * @param server used only for this replay
 */
export async function* playHttp(
  server: PlaygroundServer,
  { exchanges }: HttpRecording,
  names: Names,
): AsyncGenerator<Pair> {
  for (const { request, response } of exchanges) {
    const step = { client: '', from: 'client' } as const;
    const text = requestText(request);
    const answer = withTimeout(send(server, request, names));
    yield {
      recorded: { ...step, text },
      live: { ...step, text: names.fill(text) },
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

async function send(
  server: PlaygroundServer,
  { method, url, headers = {}, body }: RecordedExchange['request'],
  names: Names,
): Promise<string> {
  const answer = await server.request(names.fill(url), {
    method,
    headers,
    ...(body === undefined ? {} : { body: expandLength(names.fill(body)) }),
  });
  const text = await readText(answer.body);
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
  const headerLines = Object.entries(headers).map((pair) => pair.join(': '));
  return [first, ...headerLines, ...(body === '' ? [] : ['', body])].join('\n');
}

function headersOf(list: HeaderList): Record<string, string> {
  return Object.fromEntries(
    recordedHeaders.flatMap((name) =>
      list.filter(([one]) => one === name).map(([, value]) => [name, value]),
    ),
  );
}

/** Indents JSON, as the tests do, since only one of the servers does. */
function indented(body: string): string {
  return formatJson(body, longestBody) ?? body;
}
