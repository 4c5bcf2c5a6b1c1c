import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { askSockets } from './support/ask-sockets';

/** A server that behaves as the path of each URL describes. */
const server = createServer((_request, response) => response.end('page'));
let address = '';

beforeAll(async () => {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    switch (request.url) {
      case '/hangs':
        return;
      case '/refuses':
        socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
        return;
      case '/resets':
        socket.destroy();
        return;
      default:
        sockets.handleUpgrade(request, socket, head, (peer) => {
          peer.on('message', () => {
            if (request.url === '/answers') peer.send('pong');
            if (request.url === '/closes') peer.close();
            // Slower than the protocol's pong, but a response.
            if (request.url === '/late') {
              setTimeout(() => peer.send('pong'), 100);
            }
          });
        });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  address = typeof at === 'object' ? `http://127.0.0.1:${at?.port}` : '';
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('distinguishes silence from a response, a slow response, a close and no handshake', async () => {
  const urls = [
    ...['/answers', '/late', '/silent', '/closes'],
    ...['/refuses', '/resets', '/hangs'],
  ];
  const observations = await askSockets(address, urls, '/');
  expect(Object.fromEntries(observations)).toEqual({
    '/answers': { outcome: 'answers' },
    '/late': { outcome: 'answers' },
    '/silent': { outcome: 'opens and stays silent' },
    '/closes': { outcome: 'closes' },
    '/refuses': { outcome: 'refused', status: 404 },
    '/resets': { outcome: 'refused' },
    '/hangs': { outcome: 'hangs' },
  });
});
