import type {
  CompiledFile,
  ConsoleRecord,
  FromWorker,
  ToWorker,
  ServerRecord,
  UnsupportedName,
} from '../protocol.ts';
import { startHeartbeat } from './heartbeat.ts';
import {
  type Answer,
  type Exchange,
  responseOf,
  startExchange,
} from './http.ts';
import { readMessage } from './read-message.ts';
import { openSandbox, type SandboxFrame } from './sandbox.ts';
import { PlaygroundSocket } from './socket.ts';

/** Options of a server. */
export interface ServerOptions {
  /** The handlers, compiled. */
  readonly files: readonly CompiledFile[];
  /** The source of the worker, from `buildRuntime`. */
  readonly runtime: string;
  /** Other routes and on-demand packages, fetched after the start. */
  readonly packages?: Readonly<Record<string, LoadPackage>>;
  /** The origin that handlers see. */
  readonly origin?: string;
  /** URL of `sandboxHtml`, for pages whose policy forbids inline scripts. */
  readonly sandboxUrl?: string;
  /** A frame of `openFrame`; it stays when the server stops. */
  readonly frame?: SandboxFrame;
  /** Cancels the start, and stops a server that has started. */
  readonly signal?: AbortSignal;
}

/** Fetches more files; the path of a package is its name. */
export type LoadPackage = () => Promise<{
  readonly default: { readonly later: readonly CompiledFile[] };
}>;

/**
 * Why a server stopped unexpectedly. `unresponsive`: an endless loop. `flood`:
 * it posted to the page, bypassing the runtime. `memory`: its queue exceeded the
 * limit. `error`: an error that the runtime didn't handle. `start`: the browser
 * doesn't run the worker.
 */
export type Crash = 'unresponsive' | 'flood' | 'memory' | 'error' | 'start';

/** A line of console output. */
export type ConsoleLine = Omit<ConsoleRecord, 'type'>;

/** A server in this page. */
export interface PlaygroundServer {
  readonly origin: string;
  /** Opens a WebSocket: `connect('/api/ws/chat')`. */
  connect(
    path: string,
    protocols?: string | readonly string[],
  ): PlaygroundSocket;
  /** Sends a request and follows redirects, as the global `fetch`. */
  fetch(path: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Sends a request without following redirects; the response has all headers. */
  request(path: string, init?: RequestInit): Promise<Answer>;
  /** Drops all connections, like a lost network. */
  dropConnections(): void;
  /** Stops the server immediately; clients lose their connections. */
  stop(): void;
  /** @returns a function that removes the listener */
  onConsole(listener: (line: ConsoleLine) => void): () => void;
  /** Adds a listener for uses of unavailable features. @returns a function that removes it */
  onUnsupported(listener: (name: UnsupportedName) => void): () => void;
  /** @returns a function that removes the listener */
  onCrash(listener: (crash: Crash) => void): () => void;
}

/** The server stopped unexpectedly. */
export class CrashError extends Error {
  constructor(readonly crash: Crash) {
    super(crash);
  }
}

const startLimit = 10_000;
const redirects = [301, 302, 303, 307, 308];

/**
 * Starts a server in a sandbox of this page.
 *
 * @returns once it accepts requests; handlers run when their URL is first requested
 * @throws CrashError when the browser does not start it within ten seconds; the signal's reason when it is aborted
 */
export function startServer({
  files,
  runtime,
  packages = {},
  origin = 'http://localhost:3000',
  sandboxUrl,
  frame,
  signal,
}: ServerOptions): Promise<PlaygroundServer> {
  const clients = new Map<number, PlaygroundSocket | Exchange>();
  const lines = new Set<(line: ConsoleLine) => void>();
  const unsupported = new Set<(name: UnsupportedName) => void>();
  const crashes = new Set<(crash: Crash) => void>();
  let lastId = 0;
  let ended = false;
  // The ack is sent after queued messages, so that a second batch is detected as a flood.
  const later = new MessageChannel();

  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const sandbox = openSandbox({
      runtime,
      start: { files, follow: Object.keys(packages).length },
      sandboxUrl,
      frame,
      onFailure: () => crash(ready ? 'error' : 'start'),
    });
    const timer = setTimeout(() => crash('start'), startLimit);
    const post = (message: ToWorker) => {
      if (ended) return;
      if (message.type !== 'ping' && message.type !== 'ack') heartbeat.posted();
      sandbox.port.postMessage(message);
    };
    const heartbeat = startHeartbeat(
      (count) => {
        if (ready) post({ type: 'ping', count });
        else heartbeat.answered(count);
      },
      () => crash('unresponsive'),
    );
    let ready = false;
    let batchesOpen = 0;

    later.port1.onmessage = () => {
      batchesOpen = 0;
      post({ type: 'ack' });
    };
    sandbox.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = readMessage(data);
      if (!message) crash('flood');
      else take(message);
    };

    function take(message: FromWorker): void {
      switch (message.type) {
        case 'ready':
          if (ready) {
            crash('flood');
            return;
          }
          ready = true;
          clearTimeout(timer);
          resolve(server);
          for (const fetched of Object.values(packages)) {
            fetched().then(
              ({ default: { later } }) => post({ type: 'files', files: later }),
              () => post({ type: 'files', files: [] }),
            );
          }
          break;
        case 'alive':
          if (!heartbeat.alive(message.taken)) crash('flood');
          break;
        case 'pong':
          if (!heartbeat.answered(message.count)) crash('flood');
          break;
        case 'fatal':
          crash('memory');
          break;
        case 'batch':
          batchesOpen += 1;
          if (batchesOpen > 1) {
            crash('flood');
            return;
          }
          for (const record of message.records) deliver(record);
          later.port2.postMessage(null);
      }
    }

    function crash(reason: Crash): void {
      if (ended) return;
      stop();
      reject(new CrashError(reason));
      for (const listener of crashes) listener(reason);
    }

    function abort(): void {
      stop();
      // The reason is the caller's.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject(signal?.reason);
    }

    function stop(): void {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      heartbeat.stop();
      later.port1.close();
      sandbox.remove();
      for (const client of [...clients.values()]) client.drop();
    }

    const server = api(post, stop);
    signal?.addEventListener('abort', abort);
  });

  function deliver(record: ServerRecord): void {
    if (record.type === 'console') {
      const { level, text, dropped } = record;
      for (const listener of lines) listener({ level, text, dropped });
    } else if (record.type === 'unsupported') {
      for (const listener of unsupported) listener(record.name);
    } else clients.get(record.id)?.take(record);
  }

  function api(
    post: (message: ToWorker) => void,
    stop: () => void,
  ): PlaygroundServer {
    const network = () => {
      lastId += 1;
      const id = lastId;
      return {
        id,
        post,
        done: () => {
          clients.delete(id);
        },
      };
    };

    function connect(
      path: string,
      protocols: string | readonly string[] = [],
    ): PlaygroundSocket {
      const url = new URL(path, origin);
      url.protocol = url.protocol.replace('http', 'ws');
      const list = typeof protocols === 'string' ? [protocols] : protocols;
      const line = network();
      const socket = new PlaygroundSocket(url.href, list, line);
      clients.set(line.id, socket);
      // As at a URL without a server.
      if (ended) {
        queueMicrotask(() => {
          socket.drop();
        });
      }
      return socket;
    }

    async function exchange(request: Request): Promise<Answer> {
      if (new URL(request.url).origin !== origin || ended) {
        throw new TypeError('Failed to fetch');
      }
      const body = await request.clone().arrayBuffer();
      const line = network();
      const started = startExchange(request, body, line);
      clients.set(line.id, started);
      return started.answer;
    }

    async function follow(
      input: string | URL | Request,
      init?: RequestInit,
    ): Promise<Response> {
      let request = requestTo(input, init);
      for (let hops = 0; hops <= 20; hops += 1) {
        const answer = await exchange(request);
        const location = answer.headers.find(([name]) => name === 'location');
        if (
          !location ||
          request.redirect === 'manual' ||
          !redirects.includes(answer.status)
        ) {
          return responseOf(answer, request.method);
        }
        if (request.redirect === 'error') break;
        await answer.body.cancel();
        request = redirected(request, answer.status, location[1]);
      }
      throw new TypeError('Failed to fetch');
    }

    function requestTo(input: string | URL | Request, init?: RequestInit) {
      return new Request(
        input instanceof Request ? input : new URL(input, origin),
        init,
      );
    }

    return {
      origin,
      connect,
      fetch: follow,
      request: (path, init) => exchange(requestTo(path, init)),
      dropConnections() {
        for (const client of [...clients.values()]) client.drop();
      },
      stop,
      onConsole: (listener) => subscribe(lines, listener),
      onUnsupported: (listener) => subscribe(unsupported, listener),
      onCrash: (listener) => subscribe(crashes, listener),
    };
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The redirected request, in which POST becomes GET as in the Fetch standard. */
function redirected(request: Request, status: number, location: string) {
  const url = new URL(location, request.url);
  const turns =
    (status === 303 && request.method !== 'HEAD') ||
    (status < 303 && request.method === 'POST');
  const { headers, signal } = request;
  return turns
    ? new Request(url, { headers, signal })
    : new Request(url, request);
}
