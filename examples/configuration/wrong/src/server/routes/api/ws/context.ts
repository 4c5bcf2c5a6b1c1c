import { defineWebSocketHandler } from 'h3';

export default defineWebSocketHandler({
  message(peer) {
    peer.send(peer.context['visited'] ? 'visited' : 'not visited');
  },
});
