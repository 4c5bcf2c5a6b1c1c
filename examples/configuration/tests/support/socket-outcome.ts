import { once } from 'node:events';
import WebSocket from 'ws';

/** Result of a client that opens a socket and expects an echo. */
export type SocketOutcome =
  | { websocket: 'answers' }
  | { websocket: 'opens and stays silent' }
  | { websocket: 'refused'; status: number };

// After the server has read the text.
const grace = 300;

/**
 * Opens a socket, sends a text and waits for its echo. "Stays silent" doesn't depend on time alone: the server has answered two
 * later protocol pings.
 *
 * @param server origin, for example `http://127.0.0.1:3000`
 * @throws if there is no handshake or no pong within a minute
 */
export async function askSocket(
  server: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<SocketOutcome> {
  const socket = new WebSocket(new URL(path, server.replace('http', 'ws')), {
    headers,
    handshakeTimeout: 60_000,
  });
  const status = await statusOfUpgrade(socket);
  if (status !== 101) {
    return { websocket: 'refused', status };
  }
  const frames: string[] = [];
  socket.on('message', (data: Buffer) => frames.push(data.toString()));
  socket.send('Hello');
  await roundTrip(socket);
  if (frames.length === 0) {
    await roundTrip(socket);
    const signal = AbortSignal.timeout(grace);
    await once(socket, 'message', { signal }).catch(() => undefined);
  }
  socket.close();
  return {
    websocket: frames.includes('Hello') ? 'answers' : 'opens and stays silent',
  };
}

/** Sends a protocol ping and waits for the pong. */
async function roundTrip(socket: WebSocket): Promise<void> {
  const pong = once(socket, 'pong', { signal: AbortSignal.timeout(60_000) });
  socket.ping();
  await pong;
}

/** 101 for an open socket, or the status of the refusal. */
function statusOfUpgrade(socket: WebSocket): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(101));
    socket.once('error', reject);
    socket.once('unexpected-response', (_request, response) => {
      socket.off('error', reject);
      socket.on('error', () => {
        // `ws` emits an error if a socket is terminated before it opens.
      });
      socket.terminate();
      resolve(response.statusCode ?? 0);
    });
  });
}
