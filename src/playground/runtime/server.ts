import nodeAdapter from 'crossws/adapters/node';
import * as crossws from 'crossws';
import * as h3 from 'h3';
import handleError from 'nitropack/runtime/internal/error/prod';
import type {
  IncomingMessage,
  ServerResponse as NodeResponse,
} from 'node:http';
import type { Duplex } from 'node:stream';
import type {
  ClientRecord,
  CompiledFile,
  StartMessage,
  ToWorker,
} from '../protocol.ts';
import { Connection } from './connection.ts';
import { ServerRequest, ServerResponse } from './http-messages.ts';
import { createLinker } from './link.ts';
import { nodeNames } from './process.ts';
import { routeOf } from './route-of.ts';
import { unsupported } from './unsupported.ts';

type Report = (record: ClientRecord) => void;

/** An in-memory server. */
export interface Server {
  /** Processes a message from the page. */
  take(message: ToWorker): void;
}

/**
 * Combines the handlers of an app as Nitro's production server does.
 * Each file runs when its URL is first requested.
 *
 * @param start the files, and how many messages with more files follow
 * @param report receives all records of the server
 */
export function createServer(
  { files, follow = 0 }: StartMessage,
  report: Report,
): Server {
  const app = h3.createApp({
    onError: errorHandler(handleError),
    onRequest: addNitroMembers,
  });
  const router = h3.createRouter({ preemptive: true });
  const began = performance.now();
  const linker = createLinker(
    files,
    { h3, crossws },
    nodeNames(() => performance.now() - began),
  );
  let awaited = follow;
  const waiting: ToWorker[] = [];
  route(files);
  router.use('/**', h3.eventHandler(pageOfTheApp));
  app.use('/', router.handler);

  const respond = h3.toNodeListener(app);
  const sockets = nodeAdapter(app.websocket);
  const connections = new Map<number, Connection>();
  const responses = new Map<number, ServerResponse>();

  function route(added: readonly CompiledFile[]): void {
    for (const { path } of added) {
      const found = routeOf(path);
      if (!found) continue;
      const handler = h3.lazyEventHandler(() =>
        Promise.resolve().then(() => handlerOf(path, linker.load(path))),
      );
      router.use(found.url, handler, found.method);
    }
  }

  function upgrade(message: ToWorker & { type: 'connect' }): void {
    const connection = new Connection(message.id, report);
    connections.set(message.id, connection);
    connection.on('close', () => connections.delete(message.id));
    const request = new ServerRequest({ ...message, method: 'GET' }, undefined);
    // Our `ws` replacement accepts this connection; crossws only writes to it.
    const socket = connection as unknown as Duplex;
    // A rejection becomes the worker's `unhandledrejection` event, as in Node.
    void sockets.handleUpgrade(nodeRequest(request), socket, Buffer.alloc(0));
  }

  function answer(message: ToWorker & { type: 'request' }): void {
    const request = new ServerRequest(message, message.body);
    const response = new ServerResponse(request, message.id, report);
    responses.set(message.id, response);
    response.on('close', () => responses.delete(message.id));
    // The mocks have all members that h3 uses, but not the prototype.
    const nodeResponse = response as unknown as NodeResponse;
    respond(nodeRequest(request), nodeResponse);
  }

  function take(message: ToWorker): void {
    // Messages may be for a route whose file hasn't arrived yet.
    if (awaited > 0 && 'id' in message) {
      waiting.push(message);
      return;
    }
    switch (message.type) {
      case 'connect':
        upgrade(message);
        break;
      case 'request':
        answer(message);
        break;
      case 'data': {
        const { data } = message;
        const isBinary = typeof data !== 'string';
        // Two calls, since Node's types have no overload for both.
        const bytes = isBinary ? Buffer.from(data) : Buffer.from(data);
        connections.get(message.id)?.receiver?.data(bytes, isBinary);
        break;
      }
      case 'close':
        connections
          .get(message.id)
          ?.receiver?.closeFrame(message.code, message.reason);
        break;
      case 'files':
        linker.add(message.files);
        route(message.files);
        awaited -= 1;
        if (awaited === 0) waiting.splice(0).forEach(take);
        break;
      case 'lost':
        connections.get(message.id)?.lose();
        responses.get(message.id)?.lose();
        break;
      case 'ping':
      case 'ack':
        break;
    }
  }

  return { take };
}

function nodeRequest(request: ServerRequest): IncomingMessage {
  return request;
}

/** Members that Nitro adds to an event. */
function addNitroMembers(event: h3.H3Event): void {
  Object.assign(event, {
    fetch: () => unsupported('nitroFetch', 'event.fetch'),
    $fetch: () => unsupported('nitroFetch', 'event.$fetch'),
    // The worker keeps running, so nothing has to wait for the promise.
    waitUntil: () => undefined,
  });
}

/** Nitro's types of this module are broken, so it is checked here. */
function errorHandler(value: unknown): NonNullable<h3.AppOptions['onError']> {
  if (!isErrorHandler(value)) {
    throw new TypeError('nitropack exports no error handler.');
  }
  return value;
}

function isErrorHandler(
  value: unknown,
): value is NonNullable<h3.AppOptions['onError']> {
  return typeof value === 'function';
}

function handlerOf(path: string, exports: unknown): h3.EventHandler {
  const handler: unknown =
    typeof exports === 'object' && exports !== null
      ? Reflect.get(exports, 'default')
      : undefined;
  if (!isHandler(handler)) {
    throw new TypeError(
      `${path}:1: has no handler as its default export. Write: export default defineEventHandler(…)`,
    );
  }
  return handler;
}

function isHandler(value: unknown): value is h3.EventHandler {
  return typeof value === 'function';
}

/** Replaces the page that Angular renders for other URLs. */
function pageOfTheApp(event: h3.H3Event): string {
  h3.setResponseHeader(event, 'content-type', 'text/html');
  return '<!doctype html><p>The app answers this URL with a page. Angular does not run in here.</p>';
}
