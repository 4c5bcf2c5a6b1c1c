import { defineWebSocketHandler } from 'h3';

/** Answers an upgrade with a redirect, as `routeRules` cannot. */
export default defineWebSocketHandler({
  upgrade: () =>
    new Response(null, {
      status: 308,
      headers: { location: '/api/ws/chat' },
    }),
});
