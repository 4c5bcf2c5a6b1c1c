import WebSocket from 'ws';

/** What becomes of a socket. */
export type SocketAnswer =
  | { readonly socket: 'answers' }
  | { readonly socket: 'refused'; readonly status: number }
  | { readonly socket: 'fails' };

/**
 * Opens a socket and waits for what it says first.
 *
 * @param url of the server, `http:` or `https:`
 * @param ca the certificate to trust
 * @param kept takes the socket that is open; else it is closed
 * @throws when nothing comes within 20 seconds
 */
export function askSocket(
  url: string,
  ca: string,
  headers: Record<string, string> = {},
  kept?: WebSocket[],
): Promise<SocketAnswer> {
  const socket = new WebSocket(url.replace('http', 'ws'), {
    ...{ headers, ca },
    handshakeTimeout: 20_000,
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.terminate();
      reject(new Error(`${url} said nothing within 20 s.`));
    }, 20_000);
    const answer = (outcome: SocketAnswer) => {
      clearTimeout(timer);
      if (kept && outcome.socket === 'answers') kept.push(socket);
      else socket.terminate();
      resolve(outcome);
    };
    socket.on('error', () => answer({ socket: 'fails' }));
    socket.once('message', () => answer({ socket: 'answers' }));
    socket.once('unexpected-response', (_request, { statusCode = 0 }) =>
      answer({ socket: 'refused', status: statusCode }),
    );
  });
}
