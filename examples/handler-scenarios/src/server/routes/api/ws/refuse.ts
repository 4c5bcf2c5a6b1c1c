import { createError, defineWebSocketHandler } from 'h3';

/** `?how=` selects what the upgrade hook returns or throws. */
export default defineWebSocketHandler({
  upgrade(request) {
    switch (new URL(request.url).searchParams.get('how')) {
      case 'returned':
        return new Response('Not for you', {
          status: 403,
          headers: { 'x-reason': 'closed' },
        });
      case 'thrown':
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- crossws takes a thrown Response for the answer
        throw new Response('Sign in first', { status: 401 });
      case 'redirect':
        return new Response(null, {
          status: 302,
          headers: { location: '/api/ws/echo' },
        });
      case 'ok':
        return new Response('All is well', { status: 200 });
      case 'error':
        throw new Error('The hook is broken.');
      case 'create-error':
        throw createError({ statusCode: 403, statusMessage: 'Forbidden' });
      default:
        return undefined;
    }
  },

  message(peer, message) {
    peer.send(message.text());
  },
});
