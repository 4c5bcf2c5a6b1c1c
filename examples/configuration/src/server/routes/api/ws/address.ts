import { defineWebSocketHandler } from 'h3';
import { clientAddress } from '../../../client-address';

export default defineWebSocketHandler({
  message(peer) {
    const { headers } = peer.request;
    peer.send(clientAddress(headers, peer.remoteAddress) ?? 'unknown');
  },
});
