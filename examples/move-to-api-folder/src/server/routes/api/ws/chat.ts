import { defineWebSocketHandler } from 'h3';

const topic = 'chat';
const maxLength = 500;

export default defineWebSocketHandler({
  upgrade({ headers }) {
    // A browser always names the origin of the page; other clients need not.
    const origin = headers.get('origin');
    const host = headers.get('host');
    const allowed = [null, `http://${host}`, `https://${host}`];
    return allowed.includes(origin)
      ? undefined
      : new Response(null, { status: 403 });
  },

  open(peer) {
    peer.subscribe(topic);
    peer.send('Welcome');
  },

  message(peer, message) {
    const text = message.text().slice(0, maxLength);
    peer.publish(topic, text);
    peer.send(text); // `publish` leaves out the peer that calls it
  },
});
