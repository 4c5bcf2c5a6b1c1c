import { defineWebSocketHandler } from 'h3';

const watchers = '/api/ws/close';

/**
 * `close 4001 Bye` closes the sender's socket, `terminate` resets it, and a client
 * that sends `watch` gets the close codes of the others.
 */
export default defineWebSocketHandler({
  message(peer, message) {
    const text = message.text();
    const [, code, ...reason] = text.split(' ');
    if (text === 'watch') {
      peer.subscribe(watchers);
      peer.send('watching');
    } else if (text === 'terminate') {
      peer.terminate();
    } else if (text === 'close') {
      peer.close();
    } else {
      try {
        peer.close(Number(code), reason.join(' '));
      } catch (error) {
        peer.publish(watchers, `close(${code}) throws: ${String(error)}`);
      }
    }
  },

  close(peer, { code, reason }) {
    peer.publish(watchers, `closed with ${code} "${reason}"`);
  },
});
