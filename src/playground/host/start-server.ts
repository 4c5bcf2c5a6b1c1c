import type {
  ClientRecord,
  CompiledFile,
  ConsoleRecord,
  FromWorker,
  ToWorker,
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

/** What a server is made of. */
export interface ServerOptions {
  /** The handlers, compiled. */
  readonly files: readonly CompiledFile[];
  /** The text of the worker, as `buildRuntime` gives it. */
  readonly runtime: string;
  /** What else runs: other routes, and packages that the files import besides h3 and crossws; all fetched once the server runs. */
  readonly packages?: Readonly<Record<string, LoadPackage>>;
  /** The address that handlers see. */
  readonly origin?: string;
  /** Where `sandboxHtml` is served, for a page whose policy forbids inline scripts. */
  readonly sandboxUrl?: string;
  /** A frame of `openFrame`, for one server after the other; it stays. */
  readonly frame?: SandboxFrame;
}

/** Fetches further files; a package is one of its name, as `bundlePackage` makes it. */
export type LoadPackage = () => Promise<{
  readonly default: { readonly later: readonly CompiledFile[] };
}>;

/** Why a server has ended without being told to. */
export interface Crash {
  /**
   * `unresponsive`: an endless loop. `flood`: it posted to the page past the
   * runtime. `memory`: what it sent piled up. `start`: the browser does not run
   * the worker.
   */
  readonly reason: 'unresponsive' | 'flood' | 'memory' | 'start';
  /** One English sentence or two. */
  readonly message: string;
}

/** A line that the server printed. */
export type ConsoleLine = Omit<ConsoleRecord, 'type'>;

/** A server in this page, and what reaches it. */
export interface PlaygroundServer {
  readonly origin: string;
  /** Opens a WebSocket: `connect('/api/ws/chat')`. */
  connect(
    path: string,
    protocols?: string | readonly string[],
  ): PlaygroundSocket;
  /** Sends a request and follows redirects, as the global `fetch`. */
  fetch(path: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Sends a request; the answer has every header, and a redirect is an answer. */
  request(path: string, init?: RequestInit): Promise<Answer>;
  /** Cuts the network of all that is open, as a lost Wi-Fi does. */
  dropConnections(): void;
  /** Ends the server at once; clients see a lost connection. */
  stop(): void;
  /** @returns the function that takes the listener off */
  onConsole(listener: (line: ConsoleLine) => void): () => void;
  /** @returns the function that takes the listener off */
  onCrash(listener: (crash: Crash) => void): () => void;
}

/** A server that ended by itself. */
export class CrashError extends Error {
  constructor(readonly crash: Crash) {
    super(crash.message);
  }
}

const startLimit = 10_000;
const redirects = [301, 302, 303, 307, 308];

/**
 * Starts a server in a sandbox of this page.
 *
 * @returns once it takes requests; handlers run when their URL is asked for
 * @throws CrashError when the browser does not start it within ten seconds
 */
export function startServer({
  files,
  runtime,
  packages = {},
  origin = 'http://localhost:3000',
  sandboxUrl,
  frame,
}: ServerOptions): Promise<PlaygroundServer> {
  const clients = new Map<number, PlaygroundSocket | Exchange>();
  const lines = new Set<(line: ConsoleLine) => void>();
  const crashes = new Set<(crash: Crash) => void>();
  let lastId = 0;
  let ended = false;
  // An answer to a batch comes after what is queued now: a flood shows itself.
  const later = new MessageChannel();

  return new Promise((resolve, reject) => {
    const sandbox = openSandbox({
      runtime,
      start: { files, follow: Object.keys(packages).length },
      sandboxUrl,
      frame,
      onFailure: () => crash(notStarted),
    });
    const timer = setTimeout(() => crash(notStarted), startLimit);
    const post = (message: ToWorker) => {
      if (!ended) sandbox.port.postMessage(message);
    };
    const heartbeat = startHeartbeat(
      (count) => {
        if (ready) post({ type: 'ping', count });
        else heartbeat.answered(count);
      },
      () => crash(silent),
    );
    let ready = false;
    let batchesOpen = 0;

    later.port1.onmessage = () => {
      batchesOpen = 0;
      post({ type: 'ack' });
    };
    sandbox.port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = readMessage(data);
      if (!message) crash(flood);
      else take(message);
    };

    function take(message: FromWorker): void {
      switch (message.type) {
        case 'ready':
          if (ready) {
            crash(flood);
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
          if (!heartbeat.alive()) crash(flood);
          break;
        case 'pong':
          if (!heartbeat.answered(message.count)) crash(flood);
          break;
        case 'fatal':
          crash({
            reason: 'memory',
            message: `The server was stopped: ${message.message}.`,
          });
          break;
        case 'batch':
          batchesOpen += 1;
          if (batchesOpen > 1) {
            crash(flood);
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

    function stop(): void {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      heartbeat.stop();
      later.port1.close();
      sandbox.remove();
      for (const client of [...clients.values()]) client.drop();
    }

    const server = api(post, stop);
  });

  function deliver(record: ClientRecord | ConsoleRecord): void {
    if (record.type !== 'console') clients.get(record.id)?.take(record);
    else {
      const { level, text, dropped } = record;
      for (const listener of lines) listener({ level, text, dropped });
    }
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
      // As at an address where nobody listens any more.
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
      onCrash: (listener) => subscribe(crashes, listener),
    };
  }
}

const silent: Crash = {
  reason: 'unresponsive',
  message:
    'The server gave no sign of life for one and a half seconds and was stopped. Look for a loop that never ends.',
};
const flood: Crash = {
  reason: 'flood',
  message:
    'The server was stopped: a handler posted messages to the page itself. Send through the peer, the response or the console.',
};
const notStarted: Crash = {
  reason: 'start',
  message:
    'The browser does not start the server. A policy of the page or an extension may forbid the frame or its worker.',
};

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The next request, as the Fetch standard turns POST into GET. */
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
