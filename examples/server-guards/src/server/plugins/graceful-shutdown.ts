import type { Peer } from 'crossws';
import { defineNitroPlugin } from 'nitropack/runtime';
import { closeEventStreams } from '../event-streams';

/**
 * Closes sockets and event streams on shutdown. Without it, Nitro waits for
 * event streams, which never end, and cuts sockets off, so that their clients
 * see 1006 instead of 1001, "going away".
 */
export default defineNitroPlugin(({ h3App }) => {
  const peers = new Set<Peer>();
  const { websocket } = h3App.options;
  h3App.options.websocket = {
    ...websocket,
    hooks: {
      ...websocket?.hooks,
      open(peer) {
        peers.add(peer);
        return websocket?.hooks?.open?.(peer);
      },
      close(peer, details) {
        peers.delete(peer);
        return websocket?.hooks?.close?.(peer, details);
      },
    },
  };

  // This listener runs before Nitro's, so the close frames are sent first.
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => {
      for (const peer of peers) {
        peer.close(1001, 'The server is stopping');
      }
      void closeEventStreams();
    });
  }
});
