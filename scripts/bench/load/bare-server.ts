// The baseline of npm run bench -- load: a server of only ws and node:http.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

const sockets = new Set<WebSocket>();
const streams = new Set<ServerResponse>();

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') {
    const text = 'x'.repeat(Number(url.searchParams.get('bytes')));
    const times = Number(url.searchParams.get('times'));
    for (let sent = 0; sent < times; sent += 1) sendToAll(text);
    response.end();
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write('event: open\ndata: \n\n');
  streams.add(response);
  response.on('close', () => streams.delete(response));
});

const upgrades = new WebSocketServer({ server });
upgrades.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('message', (data: Buffer) => {
    socket.send(data.toString());
  });
  socket.on('close', () => sockets.delete(socket));
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`Listening on http://127.0.0.1:${port}`);
});

function sendToAll(text: string): void {
  for (const socket of sockets) socket.send(text);
  for (const stream of streams) stream.write(`data: ${text}\n\n`);
}
