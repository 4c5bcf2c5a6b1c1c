import type { Answer } from '../host/http.ts';
import type { HeaderList } from '../protocol.ts';
import type { Target } from './target.ts';

/** A request as a reader has written it. */
export interface Written {
  readonly method: string;
  readonly path: string;
  /** `name: value`, one a line. */
  readonly headers: string;
  readonly body: string;
}

/** A request with what came back. */
export type ExchangeLine = Written &
  (
    | {
        readonly status: number;
        readonly statusText: string;
        readonly answerHeaders: HeaderList;
        readonly answer: string;
      }
    /** Nothing: the server is gone, or a browser refuses to send this. */
    | { readonly failure: string | undefined }
  );

/**
 * Sends a request.
 *
 * @returns the exchange when all of the answer is there; of a stream, which has no end, when it has begun
 */
export async function exchange(
  server: Target,
  written: Written,
): Promise<ExchangeLine> {
  const { method, path, headers, body } = written;
  let init: RequestInit;
  try {
    init = {
      method,
      headers: headersOf(headers),
      ...(body === '' || method === 'GET' || method === 'HEAD' ? {} : { body }),
    };
    new Request(new URL(path, server.origin), init);
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { ...written, failure };
  }
  try {
    const answer = await server.request(path, init);
    return {
      ...written,
      status: answer.status,
      statusText: answer.statusText,
      answerHeaders: answer.headers,
      answer: await textOf(answer),
    };
  } catch {
    return { ...written, failure: undefined };
  }
}

async function textOf({ headers, body }: Answer): Promise<string> {
  const isStream = headers.some(
    ([name, value]) =>
      name === 'content-type' && value.startsWith('text/event-stream'),
  );
  if (!isStream) return new Response(body).text();
  // It stays open: its reader is one that other routes may count.
  const { value } = await body.getReader().read();
  return `${new TextDecoder().decode(value).trimEnd()}\n…`;
}

function headersOf(text: string): [string, string][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', ...value] = line.split(':');
      return [name.trim(), value.join(':').trim()];
    });
}
