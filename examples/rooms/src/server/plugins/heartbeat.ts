import type { Peer } from 'crossws';
import { defineNitroPlugin } from 'nitropack/runtime';

/** `HEARTBEAT_SECONDS=0` switches it off. */
const seconds = Number(process.env['HEARTBEAT_SECONDS'] ?? 30);

/**
 * Pings every open socket, and terminates those that haven't answered the last
 * ping: a client that lost its network sends no close frame. Browsers answer
 * pings automatically, so clients need no code for it.
 */
export default defineNitroPlugin(({ h3App }) => {
  if (!(seconds > 0)) {
    return;
  }
  const peers = new Set<Peer>();
  const silent = new Set<Peer>();
  const { websocket } = h3App.options;
  h3App.options.websocket = {
    ...websocket,
    hooks: {
      ...websocket?.hooks,
      open(peer) {
        if (canPing(peer.websocket)) {
          peers.add(peer);
          peer.websocket.on('pong', () => silent.delete(peer));
        }
        return websocket?.hooks?.open?.(peer);
      },
      close(peer, details) {
        peers.delete(peer);
        silent.delete(peer);
        return websocket?.hooks?.close?.(peer, details);
      },
    },
  };

  setInterval(() => {
    for (const peer of peers) {
      if (silent.has(peer)) {
        peer.terminate();
      } else if (canPing(peer.websocket)) {
        silent.add(peer);
        peer.websocket.ping();
      }
    }
  }, seconds * 1000).unref();
});

/** The methods that Node's sockets have in addition to those of browsers. */
interface PingingSocket {
  ping(): void;
  on(event: 'pong', listener: () => void): void;
}

function canPing(socket: object): socket is PingingSocket {
  return 'ping' in socket && 'on' in socket;
}
