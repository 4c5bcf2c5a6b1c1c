import { defineWebSocketHandler } from 'h3';

/** Sets headers of the 101 answer, and a context that the other hooks see. */
export default defineWebSocketHandler({
  upgrade(request) {
    const { searchParams } = new URL(request.url);
    request.context['name'] = searchParams.get('name');
    return {
      headers: { 'x-greeting': 'welcome', 'set-cookie': 'seat=7; HttpOnly' },
    };
  },

  open(peer) {
    const { pathname, search } = new URL(peer.request.url);
    peer.send(
      JSON.stringify({ context: peer.context, url: pathname + search }),
    );
  },

  message(peer) {
    peer.send(JSON.stringify({ context: peer.context }));
  },
});
