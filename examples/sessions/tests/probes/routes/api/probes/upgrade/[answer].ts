import { defineWebSocketHandler, getSession } from 'h3';
import { settings } from '../../../../../../src/server/settings/settings';

/** Responds to an upgrade in each way that resembles a refusal. */
export default defineWebSocketHandler({
  // @ts-expect-error -- the types refuse `false`, and JavaScript does not
  async upgrade(request) {
    switch (new URL(request.url).pathname.split('/').at(-1)) {
      case 'false':
        return false;
      case 'init':
        return { status: 401 };
      case 'ok':
        return new Response('Unauthorized', { status: 200 });
      case 'response':
        return new Response('Unauthorized', { status: 401 });
      default: {
        // Throws without a session.
        await getSession(request, { password: settings.sessionSecret });
        return undefined;
      }
    }
  },
  message(peer, message) {
    peer.send(message.text());
  },
});
