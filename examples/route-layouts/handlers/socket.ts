import { defineWebSocketHandler } from 'h3';

export default defineWebSocketHandler({
  message(peer, message) {
    if (message.text() === 'ping') {
      peer.send('pong');
    }
  },
});
