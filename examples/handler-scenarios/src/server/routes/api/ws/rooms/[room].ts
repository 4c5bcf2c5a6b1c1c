import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';

/** A room for each path; hooks have no route parameters, so they read the URL. */
// #region room
export default defineWebSocketHandler({
  open(peer) {
    peer.subscribe(roomOf(peer));
    peer.send(`in ${roomOf(peer)}`);
  },

  message(peer, message) {
    peer.publish(roomOf(peer), `${roomOf(peer)}: ${message.text()}`);
  },
});
// #endregion room

function roomOf(peer: Peer): string {
  return new URL(peer.request.url).pathname;
}
