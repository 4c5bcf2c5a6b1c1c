import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';

/** All peers of the server, as any peer gives them. */
let everybody: ReadonlySet<Peer> = new Set();

/** How many peers there are, of all handlers. */
export function countPeers(): number {
  return everybody.size;
}

/** A handler whose topic has a name that another handler has chosen as well. */
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
