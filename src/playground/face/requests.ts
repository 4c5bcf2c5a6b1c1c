import type { HeaderList } from '../protocol.ts';
import type { PlaygroundServer } from '../host/start-server.ts';
import { Log } from './log.ts';

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

/** Sends a request and logs the exchange when all of the answer is there. */
export async function exchange(
  server: PlaygroundServer,
  log: Log<ExchangeLine>,
  written: Written,
): Promise<void> {
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
    log.add({ ...written, failure });
    return;
  }
  try {
    const answer = await server.request(path, init);
    log.add({
      ...written,
      status: answer.status,
      statusText: answer.statusText,
      answerHeaders: answer.headers,
      answer: await new Response(answer.body).text(),
    });
  } catch {
    log.add({ ...written, failure: undefined });
  }
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
