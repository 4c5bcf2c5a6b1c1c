import WebSocket from 'ws';

/** Result of a handshake. */
export type Handshake =
  | { outcome: 'opens' }
  | { outcome: 'refused'; status: number }
  | { outcome: 'never ends'; watchedFor: string };

/**
 * Opens a socket and watches its handshake.
 *
 * @param server origin, for example `http://127.0.0.1:3000`
 * @param seconds after which the handshake counts as pending
 * @throws if the connection is lost without a response
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
    // `ws` emits an error if a socket is terminated before it opens; it is handled.
    socket.terminate();
  });
}
