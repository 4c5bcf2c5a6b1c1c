import WebSocket from 'ws';

/** How a handshake ends. */
export type Handshake =
  | { outcome: 'opens' }
  | { outcome: 'refused'; status: number }
  | { outcome: 'never ends'; watchedFor: string };

/**
 * Opens a socket and watches how its handshake ends.
 *
 * @param server its address, for example `http://127.0.0.1:3000`
 * @param seconds how long to watch before it counts as one that never ends
 * @throws when the connection breaks off without an answer
 */
export function watchHandshake(
  server: string,
  path: string,
  headers: Record<string, string>,
  seconds: number,
): Promise<Handshake> {
  const url = new URL(path, server.replace('http', 'ws'));
  const socket = new WebSocket(url, { headers });
  return new Promise<Handshake>((resolve, reject) => {
    const timer = setTimeout(
      () => resolve({ outcome: 'never ends', watchedFor: `${seconds} s` }),
      seconds * 1_000,
    );
    socket.once('open', () => resolve({ outcome: 'opens' }));
    socket.once('unexpected-response', (_request, { statusCode = 0 }) =>
      resolve({ outcome: 'refused', status: statusCode }),
    );
    socket.on('error', reject);
    socket.once('close', () => clearTimeout(timer));
  }).finally(() => {
    // To end a socket that never opened is an error to `ws`, which is listened for.
    socket.terminate();
  });
}
