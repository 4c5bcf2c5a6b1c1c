import { defineWebSocketHandler } from 'h3';

/** Sends the subprotocol of the socket. */
export default defineWebSocketHandler({
  open(peer) {
    peer.send(`protocol "${peer.websocket.protocol ?? ''}"`);
  },
});
