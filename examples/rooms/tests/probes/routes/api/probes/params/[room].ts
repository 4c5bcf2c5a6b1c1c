import { defineWebSocketHandler } from 'h3';

/** Returns the data of the route that a hook has. */
export default defineWebSocketHandler({
  open(peer) {
    const { context, request } = peer;
    const params = context['params'] ?? 'none';
    const { pathname } = new URL(request.url);
    peer.send(
      JSON.stringify({ params, context: Object.keys(context), pathname }),
    );
  },
});
