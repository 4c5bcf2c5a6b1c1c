import { defineWebSocketHandler } from 'h3';
import { hasAccess } from '../../../access';

export default defineWebSocketHandler({
  upgrade({ headers }) {
    return hasAccess(headers) ? undefined : new Response(null, { status: 401 });
  },

  message(peer, message) {
    peer.send(message.text());
  },
});
