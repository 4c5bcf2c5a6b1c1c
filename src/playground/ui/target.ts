import type { Answer } from '../client/http.ts';
import type { PlaygroundSocket } from '../client/socket.ts';
import type { HeaderList, UnsupportedName } from '../protocol.ts';
import type { StreamReader } from './stream.ts';
import { keptLength, readText } from './payload-text.ts';

/** A socket to the server in the page or an external one. */
export type ClientSocket = Pick<
  PlaygroundSocket,
  | 'binaryType'
  | 'readyState'
  | 'handshake'
  | 'onopen'
  | 'onmessage'
  | 'onclose'
  | 'send'
  | 'close'
  | 'drop'
>;

/** A server in the page or an external one. */
export interface Target {
  readonly origin: string;
  /** @returns undefined for an invalid URL */
  connect(path: string): ClientSocket | undefined;
  request(path: string, init: RequestInit): Promise<Answer>;
  /** Adds a listener for uses of unavailable features. @returns a function that removes it */
  onUnsupported?(listener: (name: UnsupportedName) => void): () => void;
}

/** A server outside of the page. */
export interface ExternalServer extends Target {
  /** Creates a client for its event streams. */
  stream(): StreamReader;
}

/** A request in the form. */
export interface RequestDraft {
  readonly method: string;
  readonly path: string;
  /** `name: value`, one per line. */
  readonly headers: string;
  readonly body: string;
}

/** A request with its response. */
export type ExchangeLine = RequestDraft &
  (
    | {
        readonly status: number;
        readonly statusText: string;
        readonly answerHeaders: HeaderList;
        readonly answer: string;
      }
    /** No response: the server is gone, or the browser can't send the request. */
    | { readonly failure: string | undefined }
  );

/**
 * Sends a request.
 *
 * @returns after the whole response; for an event stream, after its first chunk
 */
export async function exchange(
  server: Target,
  written: RequestDraft,
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
  if (!isStream) return readText(body);
  // The stream stays open, because other routes may count its clients.
  const { value } = await body.getReader().read();
  const text = new TextDecoder().decode(value?.subarray(0, keptLength));
  return `${text.trimEnd()}\n…`;
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
