import { defineWebSocketHandler } from 'h3';
// Not Node's own client: in production, it fails once a page has been rendered.
import { WebSocket } from 'ws';

const backend = process.env['BACKEND_URL'] ?? 'http://localhost:8080';
/** Messages that wait until the backend has accepted the socket. */
const maxWaiting = 20;

interface Upstream {
  readonly socket: WebSocket;
  readonly waiting: string[];
}

const upstreams = new Map<string, Upstream>();

/** Forwards text messages of each client to a socket of the backend, and back. */
export default defineWebSocketHandler({
  open(peer) {
    const socket = new WebSocket(`${backend.replace(/^http/, 'ws')}/socket`);
    const waiting: string[] = [];
    upstreams.set(peer.id, { socket, waiting });
    socket.on('open', () => waiting.forEach((text) => socket.send(text)));
    socket.on('message', (data: Buffer) => peer.send(data.toString()));
    socket.on('error', (error) => console.error(error.message));
    // Also emitted after an error.
    socket.on('close', () => peer.close(1011, 'The backend has closed.'));
  },

  message(peer, message) {
    const upstream = upstreams.get(peer.id);
    if (!upstream) return;
    const { socket, waiting } = upstream;
    if (socket.readyState === WebSocket.OPEN) socket.send(message.text());
    else if (waiting.length < maxWaiting) waiting.push(message.text());
    else peer.close(1013, 'Try again later.');
  },

  close(peer) {
    upstreams.get(peer.id)?.socket.close();
    upstreams.delete(peer.id);
  },
});
