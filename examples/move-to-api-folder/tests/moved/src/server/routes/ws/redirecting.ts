import { defineWebSocketHandler } from 'h3';

/** Responds to an upgrade with a redirect, which `routeRules` can't. */
export default defineWebSocketHandler({
  upgrade: () =>
    new Response(null, {
      status: 308,
      headers: { location: '/api/ws/chat' },
    }),
});
