import { defineWebSocketHandler } from 'h3';

/** Says which sub-protocol the socket has. */
export default defineWebSocketHandler({
  open(peer) {
    peer.send(`protocol "${peer.websocket.protocol ?? ''}"`);
  },
});
