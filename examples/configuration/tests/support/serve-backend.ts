import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

/**
 * Serves a backend that isn't an Analog app, with an HTTP route, a stream and a socket; called once by Vitest. Its origin is in
 * `BACKEND_URL`.
 */
export default async function serveBackend(): Promise<() => void> {
  let streams = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path.endsWith('/events')) {
      streams += 1;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const timer = setInterval(() => response.write('data: Hello\n\n'), 100);
      response.once('close', () => {
        streams -= 1;
        clearInterval(timer);
      });
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        backend: true,
        path,
        host: request.headers.host,
        streams,
      }),
    );
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.send('Welcome');
    socket.on('message', (data: Buffer) => socket.send(data.toString()));
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('No address.');
  process.env['BACKEND_URL'] = `http://127.0.0.1:${address.port}`;
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
