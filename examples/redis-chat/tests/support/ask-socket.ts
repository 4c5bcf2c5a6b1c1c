import WebSocket from 'ws';

/** Result of a socket. */
export type SocketAnswer =
  | { readonly socket: 'answers' }
  | { readonly socket: 'refused'; readonly status: number }
  | { readonly socket: 'fails' };

/**
 * Opens a socket and waits for its first message.
 *
 * @param url of the server, `http:` or `https:`
 * @param ca trusted certificate
 * @param kept receives the open socket; otherwise, it is closed
 * @throws after 20 seconds
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
