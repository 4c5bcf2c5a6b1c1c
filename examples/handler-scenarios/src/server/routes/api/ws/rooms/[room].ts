import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';

/** A room for each path; a hook has no route parameters, so it reads the URL. */
export default defineWebSocketHandler({
  open(peer) {
    peer.subscribe(roomOf(peer));
    peer.send(`in ${roomOf(peer)}`);
  },

  message(peer, message) {
    peer.publish(roomOf(peer), `${roomOf(peer)}: ${message.text()}`);
  },
});

function roomOf(peer: Peer): string {
  return new URL(peer.request.url).pathname;
}
