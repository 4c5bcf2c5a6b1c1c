import { defineWebSocketHandler } from 'h3';

/** Publishes what it gets, and says in which process a peer is. */
export default defineWebSocketHandler({
  open(peer) {
    peer.subscribe('probes/publish');
    peer.send(`process ${process.pid}`);
  },
  message(peer, message) {
    peer.publish('probes/publish', message.text());
  },
});
