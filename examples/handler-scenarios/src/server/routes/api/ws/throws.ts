import { defineWebSocketHandler } from 'h3';

/** Throws in `open` and whenever it is told to; the socket lives on. */
export default defineWebSocketHandler({
  open(peer) {
    peer.send('open');
    throw new Error('This open hook always throws.');
  },

  async message(peer, message) {
    const text = message.text();
    if (text === 'throw') {
      throw new Error('This message hook was told to throw.');
    }
    if (text === 'reject') {
      await Promise.reject(new Error('This message hook was told to reject.'));
    }
    peer.send(text);
  },
});
