import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import WebSocket from 'ws';
import { chatUrl } from './room';
import type { AppServer } from './server';

/**
 * Opens a socket without a WebSocket library, so that it can be destroyed.
 *
 * @throws if the server doesn't accept the upgrade
 */
export async function rawUpgrade({ url }: AppServer): Promise<Socket> {
  const { host, hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    [
      `GET ${chatUrl} HTTP/1.1`,
      `Host: ${host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n'),
  );
  const answer: unknown = (await once(socket, 'data'))[0];
  if (!String(answer).startsWith('HTTP/1.1 101 ')) {
    throw new Error(`No upgrade at ${chatUrl}: ${String(answer)}`);
  }
  return socket;
}

/** Vite's HMR socket. */
export class HmrSocket {
  readonly #socket: WebSocket;
  readonly #errors: string[] = [];

  constructor({ url }: AppServer) {
    this.#socket = new WebSocket(url.replace('http', 'ws'), 'vite-hmr');
    this.#socket.on('error', ({ message }) => this.#errors.push(message));
  }

  async firstFrame(): Promise<string> {
    const signal = AbortSignal.timeout(60_000);
    const frames = await once(this.#socket, 'message', { signal });
    return String(frames[0]);
  }

  /** Waits for pending messages; returns errors of this socket. */
  async end(): Promise<string[]> {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.ping();
      await once(this.#socket, 'pong').catch(() => undefined);
    }
    this.#socket.terminate();
    return this.#errors;
  }
}
