import { defineWebSocketHandler } from 'h3';

// Every route of the server shares the same topics, so this one carries its URL.
const topic = '/api/ws/room';

export default defineWebSocketHandler({
  // #region upgrade
  upgrade({ headers, url }) {
    const origin = headers.get('origin');
    const host = headers.get('host');
    if (![null, `http://${host}`, `https://${host}`].includes(origin)) {
      return new Response(null, { status: 403 });
    }
    requireName(url);
    return undefined;
  },
  // #endregion upgrade

  open(peer) {
    peer.subscribe(topic);
  },

  message(peer, message) {
    // Publish text: an object would arrive as a Blob.
    const text = JSON.stringify({ text: message.text() });
    peer.publish(topic, text);
    peer.send(text);
  },
});

// #region refusal
/** @throws an error whose `response` refuses the socket */
function requireName(url: string): void {
  if (!new URL(url).searchParams.get('name')) {
    const response = new Response(null, { status: 401 });
    throw Object.assign(new Error('No name given'), { response });
  }
}
// #endregion refusal
