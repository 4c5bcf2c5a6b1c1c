import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';

/** All peers of the server, from any peer. */
let everybody: ReadonlySet<Peer> = new Set();

/** Number of peers of all handlers. */
export function countPeers(): number {
  return everybody.size;
}

/** Creates a handler whose topic has the same name as another handler's. */
export function newsHandler() {
  return defineWebSocketHandler({
    open(peer) {
      everybody = peer.peers;
      peer.subscribe('news');
      peer.send('subscribed');
    },
    message(peer, message) {
      peer.publish('news', message.text());
    },
  });
}
