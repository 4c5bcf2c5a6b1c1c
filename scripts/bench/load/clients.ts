import { connect, type Socket } from 'node:net';
import { clientFrame, FrameReader } from './frames.ts';

/** A lightweight client, which only counts what it receives. */
export interface Client {
  /** Called for each text frame or event. */
  onText: () => void;
  send(frame: Buffer): void;
  end(): void;
}

/** Clients of a server. */
export interface Crowd {
  readonly clients: readonly Client[];
  /** Rejects if a client loses its connection. */
  readonly lost: Promise<never>;
  /** Closes all connections. */
  end(): void;
}

/** A WebSocket client, or a reader of an event stream. */
export type ClientKind = 'socket' | 'stream';

/** Maximum number of simultaneous handshakes: less than a server's backlog. */
const atOnce = 200;
const pong = clientFrame('pong');

/**
 * Opens many clients of one kind.
 *
 * @param origin of the server, such as `http://127.0.0.1:3000`
 * @param onGrowth called after every 200 clients, with the number of open ones
 * @throws if a client is refused
 */
export async function openCrowd(
  kind: ClientKind,
  origin: string,
  path: string,
  count: number,
  onGrowth: (count: number) => Promise<void> | void = () => undefined,
): Promise<Crowd> {
  const clients: Client[] = [];
  let onLost: (error: Error) => void = () => undefined;
  const lost = new Promise<never>((_resolve, reject) => {
    onLost = reject;
  });
  // The caller may not be waiting for it.
  lost.catch(() => undefined);
  while (clients.length < count) {
    const some = Math.min(atOnce, count - clients.length);
    clients.push(
      ...(await Promise.all(
        Array.from({ length: some }, () =>
          openClient(kind, origin, path, onLost),
        ),
      )),
    );
    await onGrowth(clients.length);
  }
  return {
    clients,
    lost,
    end: () => {
      for (const client of clients) client.end();
    },
  };
}

function openClient(
  kind: ClientKind,
  origin: string,
  path: string,
  onLost: (error: Error) => void,
): Promise<Client> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.setNoDelay(true);
    const client: Client = {
      onText: () => undefined,
      send: (frame) => void socket.write(frame),
      end: () => {
        socket.removeAllListeners('close').destroy();
      },
    };
    socket.once('connect', () => {
      socket.write(requestOf(kind, host, path));
    });
    socket.once('error', reject);
    socket.once('close', () => {
      const error = new Error(`The server closed a ${kind} at ${path}.`);
      reject(error);
      onLost(error);
    });
    let head = '';
    const readHead = (chunk: Buffer) => {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      socket.off('data', readHead);
      const status = head.slice(9, 12);
      if (status !== (kind === 'socket' ? '101' : '200')) {
        reject(new Error(`The server answered ${status} at ${path}.`));
        socket.destroy();
        return;
      }
      const first = Buffer.from(head.slice(end + 4), 'latin1');
      readOn(kind, socket, client, first);
      resolve(client);
    };
    socket.on('data', readHead);
  });
}

function readOn(
  kind: ClientKind,
  socket: Socket,
  client: Client,
  first: Buffer,
): void {
  const read = kind === 'socket' ? readFrames() : readEvents();
  read(first);
  socket.on('data', read);

  function readFrames() {
    const frames = new FrameReader();
    return (chunk: Buffer) => {
      frames.read(chunk, (opcode) => {
        if (opcode === 'text') client.onText();
        // Clients that don't answer pings are disconnected.
        else if (opcode === 'ping') socket.write(pong);
      });
    };
  }

  function readEvents() {
    let last = 0;
    // An event ends with an empty line, which its text can't contain.
    return (chunk: Buffer) => {
      for (const byte of chunk) {
        if (byte === 10 && last === 10) client.onText();
        last = byte;
      }
    };
  }
}

function requestOf(kind: ClientKind, host: string, path: string): string {
  const own =
    kind === 'socket'
      ? [
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          `Sec-WebSocket-Key: ${Buffer.from('sixteen letters!').toString('base64')}`,
        ]
      : ['Accept: text/event-stream'];
  return [`GET ${path} HTTP/1.1`, `Host: ${host}`, ...own, '', ''].join('\r\n');
}
