import { once } from 'node:events';
import WebSocket from 'ws';

/** Result of a client that opens a socket and expects the chat. */
export interface ChatOutcome {
  readonly websocket: 'answers' | 'opens and stays silent' | 'refused';
}

// After the server has read the text.
const grace = 300;

/**
 * Opens a socket, sends a message and waits for its echo. "Stays silent" doesn't depend on time alone: the server has answered
 * two later protocol pings.
 *
 * @param server origin, for example `http://127.0.0.1:3000`
 * @throws if there is no handshake or no pong within a minute
 */
export async function askChat(
  server: string,
  path: string,
): Promise<ChatOutcome> {
  const socket = new WebSocket(server.replace('http', 'ws') + path, {
    handshakeTimeout: 60_000,
  });
  const frames: string[] = [];
  const heard = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      frames.push(data.toString());
      if (frames.includes('Hello')) resolve();
    });
  });
  try {
    if (!(await opens(socket))) return { websocket: 'refused' };
    socket.send('Hello');
    await roundTrip(socket);
    await roundTrip(socket);
    // A server that sends a welcome also echoes, so a longer wait makes sense.
    const signal = AbortSignal.timeout(frames.length > 0 ? 60_000 : grace);
    const patience = once(signal, 'abort');
    await Promise.race([heard, patience]);
    if (frames.includes('Hello')) return { websocket: 'answers' };
    if (frames.length === 0) return { websocket: 'opens and stays silent' };
    throw new Error(`${path} says ${frames.join(', ')} and nothing else.`);
  } finally {
    socket.close();
  }
}

/** Whether the server accepts the upgrade. */
function opens(socket: WebSocket): Promise<boolean> {
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(true));
    socket.once('unexpected-response', () => {
      socket.once('error', () => {
        // `ws` emits an error if a socket is terminated before it opens.
      });
      resolve(false);
    });
    socket.once('error', reject);
  });
}

/** Sends a protocol ping and waits for the pong. */
async function roundTrip(socket: WebSocket): Promise<void> {
  const pong = once(socket, 'pong', { signal: AbortSignal.timeout(60_000) });
  socket.ping();
  await pong;
}
