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

type Report = (record: ClientRecord) => void;

/** A server in memory: takes what clients do, and reports what it answers. */
export interface Server {
  /** Deals with one message of the page. */
  take(message: ToWorker): void;
}

/**
 * Puts the handlers of an app together as a production server of Nitro does.
 * Each file runs when its URL is first asked for.
 *
 * @param start the files, and how often more follow
 * @param report takes all that the server sends
 */
export function createServer(
  { files, follow = 0 }: StartMessage,
  report: Report,
): Server {
  const app = h3.createApp({ onError: errorHandler(handleError) });
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
    // The stand-in for `ws` takes this connection; crossws only writes to it.
    const socket = connection as unknown as Duplex;
    // A rejection is left to the worker's own event, as Node's server leaves it.
    void sockets.handleUpgrade(nodeRequest(request), socket, Buffer.alloc(0));
  }

  function answer(message: ToWorker & { type: 'request' }): void {
    const request = new ServerRequest(message, message.body);
    const response = new ServerResponse(request, message.id, report);
    responses.set(message.id, response);
    response.on('close', () => responses.delete(message.id));
    // The mocks have all of the type that h3 uses, and not its prototype.
    const nodeResponse = response as unknown as NodeResponse;
    respond(nodeRequest(request), nodeResponse);
  }

  function take(message: ToWorker): void {
    // What clients do now may be for a route that is still on its way.
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

/** Nitro's types of its own file are broken, so its kind is looked up here. */
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
      `${path}:1: exports no handler by default. Write: export default defineEventHandler(…)`,
    );
  }
  return handler;
}

function isHandler(value: unknown): value is h3.EventHandler {
  return typeof value === 'function';
}

/** What the app renders for every other URL; Angular does not run in here. */
function pageOfTheApp(event: h3.H3Event): string {
  h3.setResponseHeader(event, 'content-type', 'text/html');
  return '<!doctype html><p>The app answers this URL with a page. Angular does not run in here.</p>';
}
