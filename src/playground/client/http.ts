import type { ClientRecord, HeaderList, ToWorker } from '../protocol.ts';

/** A response with all headers, including those that pages can't read. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderList;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** The connection of a request to its server. */
export interface RequestNetwork {
  readonly id: number;
  readonly post: (message: ToWorker) => void;
  /** Called when the request needs no more records. */
  readonly done: () => void;
}

/** A pending request. */
export interface Exchange {
  readonly answer: Promise<Answer>;
  take(record: ClientRecord): void;
  /** Drops the connection: the response fails with a network error. */
  drop(): void;
}

/** Sends a request; its response is streamed. */
export function startExchange(
  request: Request,
  body: ArrayBuffer,
  { id, post, done }: RequestNetwork,
): Exchange {
  const url = new URL(request.url);
  let body$: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  let over = false;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      body$ = controller;
    },
    cancel: () => {
      leave();
    },
  });
  let resolve: (answer: Answer) => void;
  let reject: (reason: unknown) => void;
  const answer = new Promise<Answer>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });

  function end(): void {
    over = true;
    request.signal.removeEventListener('abort', abort);
    done();
  }
  function leave(): void {
    if (over) return;
    end();
    post({ type: 'lost', id });
  }
  function fail(reason: unknown): void {
    if (over) return;
    leave();
    reject(reason);
    body$.error(reason);
  }
  function abort(): void {
    fail(request.signal.reason);
  }

  request.signal.addEventListener('abort', abort);
  post({
    type: 'request',
    id,
    method: request.method,
    path: url.pathname + url.search,
    headers: requestHeaders(request, url, body),
    body: body.byteLength > 0 ? body : undefined,
  });
  if (request.signal.aborted) abort();

  return {
    answer,
    drop: () => {
      fail(new TypeError('network error'));
    },
    take(record) {
      if (over) return;
      if (record.type === 'head') {
        const { status, statusText, headers } = record;
        resolve({ status, statusText, headers, body: stream });
      } else if (record.type === 'chunk') body$.enqueue(record.data);
      else if (record.type === 'finish') {
        end();
        body$.close();
      }
    },
  };
}

/** Converts a response for `fetch`, which hides cookies. */
export function responseOf(
  { status, statusText, headers, body }: Answer,
  method: string,
): Response {
  const bare = [204, 205, 304].includes(status) || method === 'HEAD';
  return new Response(bare ? null : body, {
    status,
    statusText,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
}

function requestHeaders(
  request: Request,
  url: URL,
  body: ArrayBuffer,
): HeaderList {
  const headers = new Map<string, string>([
    ['host', url.host],
    ['connection', 'keep-alive'],
    ['accept', '*/*'],
    ['accept-language', navigator.language],
    ['user-agent', navigator.userAgent],
  ]);
  if (!['GET', 'HEAD'].includes(request.method)) {
    headers.set('origin', url.origin);
    headers.set('content-length', `${body.byteLength}`);
  }
  for (const [name, value] of request.headers) headers.set(name, value);
  return [...headers];
}
