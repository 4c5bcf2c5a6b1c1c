import { once } from 'node:events';
import { createServer } from 'node:http';
import crossws from 'crossws/adapters/node';
import { type App, toNodeListener } from 'h3';

/**
 * Serves an h3 app with sockets, like Nitro, during a callback.
 *
 * @param use receives the origin of the server
 * @returns the result of `use`
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
