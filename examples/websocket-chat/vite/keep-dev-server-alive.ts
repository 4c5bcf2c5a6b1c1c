import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Plugin } from 'vite';

type UpgradeListener = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) => unknown;

/**
 * Keeps the dev server alive when a browser tab with an open socket closes.
 *
 * Nitro's dev server answers every upgrade, Vite's own HMR socket included, and
 * nobody handles the promise that it returns: one lost connection rejects it,
 * and Node exits. These two plugins wrap the listeners that `analog()` adds, so
 * that Vite's sockets are left to Vite and a failed upgrade ends its own socket
 * only. Without `experimental.websocket` there is nothing to wrap.
 */
export function keepDevServerAlive(): Plugin[] {
  let before: unknown[] = [];

  return [
    {
      name: 'keep-dev-server-alive:before-analog',
      enforce: 'pre',
      configureServer(server) {
        before = server.httpServer?.listeners('upgrade') ?? [];
      },
    },
    {
      name: 'keep-dev-server-alive',
      enforce: 'post',
      configureServer({ httpServer, config }) {
        if (!httpServer) {
          return;
        }

        const added = httpServer
          .listeners('upgrade')
          .filter(
            (listener) => !before.includes(listener),
          ) as UpgradeListener[];

        for (const listener of added) {
          httpServer.off('upgrade', listener);
          httpServer.on('upgrade', async (request, socket, head) => {
            if (
              request.headers['sec-websocket-protocol']?.startsWith('vite-')
            ) {
              return;
            }

            try {
              await listener(request, socket, head);
            } catch (error) {
              config.logger.warn(`WebSocket ${request.url} failed: ${error}`);
              socket.destroy();
            }
          });
        }
      },
    },
  ];
}
