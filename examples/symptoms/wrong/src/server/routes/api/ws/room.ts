// Wrong on purpose: the hook throws errors, and an object is published.
import { createError, defineWebSocketHandler } from 'h3';

const topic = '/api/ws/room';

export default defineWebSocketHandler({
  upgrade({ headers, url }) {
    const origin = headers.get('origin');
    const host = headers.get('host');
    if (![null, `http://${host}`, `https://${host}`].includes(origin)) {
      throw createError({ statusCode: 403, message: 'Not from this page' });
    }
    if (!new URL(url).searchParams.get('name')) {
      throw new Error('No name given');
    }
  },

  open(peer) {
    peer.subscribe(topic);
  },

  message(peer, message) {
    const chat = { text: message.text() };
    peer.publish(topic, chat);
    peer.send(chat);
  },
});
