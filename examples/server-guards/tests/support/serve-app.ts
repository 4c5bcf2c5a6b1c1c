import { once } from 'node:events';
import { createServer } from 'node:http';
import crossws from 'crossws/adapters/node';
import { type App, toNodeListener } from 'h3';

/**
 * Serves an app of h3 with its sockets, as Nitro does it, for as long as it is
 * used.
 *
 * @param use gets the address of the server
 * @returns what `use` returns
 */
export async function serveApp<T>(
  h3App: App,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const sockets = crossws(h3App.websocket);
  const server = createServer(toNodeListener(h3App));
  server.on('upgrade', (request, socket, head) => {
    void sockets.handleUpgrade(request, socket, head);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    return await use(`http://127.0.0.1:${String(port)}`);
  } finally {
    server.close();
  }
}
