import type { ClientRecord, HeaderList, ToWorker } from '../protocol.ts';

/** A response as the server sent it, headers that a page never sees included. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderList;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** What a request needs of the server that it goes to. */
export interface RequestNetwork {
  readonly id: number;
  readonly post: (message: ToWorker) => void;
  /** The request needs no more records. */
  readonly done: () => void;
}

/** A request under way. */
export interface Exchange {
  readonly answer: Promise<Answer>;
  take(record: ClientRecord): void;
  /** Cuts the network: the answer, or the rest of it, fails as a lost one does. */
  drop(): void;
}

/** Sends a request; its answer streams in as the server writes it. */
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

/** A response for `fetch`, which hides cookies and has no body where there can be none. */
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
