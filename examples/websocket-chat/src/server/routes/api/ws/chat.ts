import { defineWebSocketHandler } from 'h3';

export default defineWebSocketHandler({
  open(peer) {
    peer.subscribe('chat');
    peer.send(JSON.stringify({ type: 'welcome', id: peer.id }));
  },
});
