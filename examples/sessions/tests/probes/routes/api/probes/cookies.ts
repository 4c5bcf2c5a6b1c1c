import { defineWebSocketHandler } from 'h3';

/** Returns the cookies of the handshake. */
export default defineWebSocketHandler({
  open(peer) {
    const cookies = peer.request.headers.get('cookie') ?? '';
    const names = cookies.split(/;\s*/).map((cookie) => cookie.split('=')[0]);
    peer.send(JSON.stringify(names));
  },
});
