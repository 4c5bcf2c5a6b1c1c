import { defineWebSocketHandler } from 'h3';

/** Publishes each message, and reports the process of a peer. */
export default defineWebSocketHandler({
  open(peer) {
    peer.subscribe('probes/publish');
    peer.send(`process ${process.pid}`);
  },
  message(peer, message) {
    peer.publish('probes/publish', message.text());
  },
});
