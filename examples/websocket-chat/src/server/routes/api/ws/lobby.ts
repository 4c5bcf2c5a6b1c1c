import { defineWebSocketHandler } from 'h3';

export default defineWebSocketHandler({
  open(peer) {
    peer.subscribe('/api/ws/lobby');
  },
  message(peer, message) {
    const text = message.text();
    peer.send(text);
    peer.publish('/api/ws/lobby', text);
  },
});
