import { defineWebSocketHandler } from 'h3';

/** Says what a hook knows of its route. */
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
