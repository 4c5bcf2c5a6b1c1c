import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import WebSocket, { type ClientOptions } from 'ws';

/** Where the feed is served to sockets, and where as a stream. */
export const feedUrl = '/api/ws/feed';
export const streamUrl = '/api/feed';

/** What becomes of a socket: open, or refused with a status. */
export type Admission =
  | { readonly socket: 'opens' }
  | { readonly socket: 'refused'; readonly status: number };

/** A socket to the feed that may be refused. */
export function knock(
  server: string,
  path = feedUrl,
  options: ClientOptions = {},
): WebSocket {
  const url = server.replace('http', 'ws') + path;
  const socket = new WebSocket(url, { handshakeTimeout: 180_000, ...options });
  socket.on('error', () => {
    // Who awaits the socket learns of it by what does not come.
  });
  return socket;
}

/** What the server answers to an upgrade. */
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

/** An open socket. */
export async function open(
  server: string,
  path?: string,
  options?: ClientOptions,
): Promise<WebSocket> {
  const socket = knock(server, path, options);
  await once(socket, 'open');
  return socket;
}

/** A stream of which nothing is read yet. */
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
    // The end of a stream that the server cuts off.
  });
  return response;
}

/** Closes a socket; resolves when the server has answered. */
export async function leave(socket: WebSocket): Promise<void> {
  if (socket.readyState === WebSocket.CLOSED) return;
  const closed = once(socket, 'close');
  socket.close();
  await closed;
}

/** How many listen to the app, and to the probes that have no limit. */
export interface Listening {
  readonly limited: number;
  readonly unlimited: number;
  /** Bytes for each of the unlimited. */
  readonly waiting: readonly number[];
}

/** Who listens, as a probe says. */
export async function listening(server: string): Promise<Listening> {
  const answer = await fetch(`${server}/api/probes/listeners`);
  return (await answer.json()) as Listening;
}

/** Has a probe send texts to all who listen to the app, or to the unlimited. */
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
