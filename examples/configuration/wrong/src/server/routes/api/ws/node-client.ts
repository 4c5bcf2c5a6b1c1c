import { defineWebSocketHandler } from 'h3';

const backend = process.env['BACKEND_URL'] ?? 'http://localhost:8080';

/** Wrong on purpose: Node's own client, which the rendering of a page breaks. */
export default defineWebSocketHandler({
  message(peer, message) {
    const socket = new WebSocket(`${backend.replace(/^http/, 'ws')}/socket`);
    socket.onopen = () => {
      peer.send(message.text());
      socket.close();
    };
  },
});
