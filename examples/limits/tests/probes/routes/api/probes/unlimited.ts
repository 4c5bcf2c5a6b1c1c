import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';
import type { Listener } from '../../../../../src/server/listeners';
import { unlimited } from '../../../support/audiences';

const listeners = new Map<Peer, Listener>();

/** A socket that echoes and receives all broadcasts without a limit. */
export default defineWebSocketHandler({
  open(peer) {
    const listener: Listener = {
      send: (text) => void peer.send(text),
      waiting: () => peer.websocket.bufferedAmount ?? 0,
      cut: () => peer.terminate(),
    };
    listeners.set(peer, listener);
    unlimited.add(listener);
  },
  message(peer, message) {
    peer.send(message.text());
  },
  close(peer) {
    const listener = listeners.get(peer);
    listeners.delete(peer);
    if (listener) unlimited.delete(listener);
  },
});
