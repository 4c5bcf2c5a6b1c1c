import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import WebSocket, { type ClientOptions } from 'ws';

/** URLs of the feed for sockets and streams. */
export const feedUrl = '/api/ws/feed';
export const streamUrl = '/api/feed';

/** Result of an upgrade: open, or refused with a status. */
export type Admission =
  | { readonly socket: 'opens' }
  | { readonly socket: 'refused'; readonly status: number };

/** Opens a socket to the feed that may be refused. */
export function knock(
  server: string,
  path = feedUrl,
  options: ClientOptions = {},
): WebSocket {
  const url = server.replace('http', 'ws') + path;
  const socket = new WebSocket(url, { handshakeTimeout: 180_000, ...options });
  socket.on('error', () => {
    // Tests that wait for the socket notice the missing response.
  });
  return socket;
}

/** Waits for the response to an upgrade. */
export function admission(socket: WebSocket): Promise<Admission> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve({ socket: 'opens' }));
    socket.once('unexpected-response', (_request, { statusCode = 0 }) => {
      resolve({ socket: 'refused', status: statusCode });
      socket.terminate();
    });
    socket.once('error', reject);
  });
}

/** Opens a socket. */
export async function open(
  server: string,
  path?: string,
  options?: ClientOptions,
): Promise<WebSocket> {
  const socket = knock(server, path, options);
  await once(socket, 'open');
  return socket;
}

/** Opens a stream without reading it. */
export async function openStream(
  server: string,
  path = streamUrl,
): Promise<IncomingMessage> {
  const request = get(server + path, { agent: false });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
  });
  response.on('error', () => {
    // The server aborts the stream.
  });
  return response;
}

/** Closes a socket; resolves after the server's response. */
export async function leave(socket: WebSocket): Promise<void> {
  if (socket.readyState === WebSocket.CLOSED) return;
  const closed = once(socket, 'close');
  socket.close();
  await closed;
}

/** Number of listeners of the app, and of probes without a limit. */
export interface Listening {
  readonly limited: number;
  readonly unlimited: number;
  /** Buffered bytes of each unlimited listener. */
  readonly waiting: readonly number[];
}

/** Returns the listeners, from a probe. */
export async function listening(server: string): Promise<Listening> {
  const answer = await fetch(`${server}/api/probes/listeners`);
  return (await answer.json()) as Listening;
}

/** Makes a probe broadcast texts to the listeners of the app, or to the unlimited ones. */
export async function sendToAll(
  server: string,
  what: { bytes: number; times: number; limited: boolean },
): Promise<void> {
  const query = new URLSearchParams({
    bytes: `${what.bytes}`,
    times: `${what.times}`,
    limited: what.limited ? 'yes' : 'no',
  });
  const url = `${server}/api/probes/send?${query}`;
  const { status } = await fetch(url, { method: 'POST' });
  if (status !== 200) throw new Error(`The probe answered ${status}.`);
}
