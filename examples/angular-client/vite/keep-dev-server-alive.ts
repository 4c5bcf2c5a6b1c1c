import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger, Plugin } from 'vite';

type UpgradeListener = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
) => unknown;

/**
 * Keeps the dev server alive when a browser tab with an open socket closes.
 *
 * Nitro's dev server answers every upgrade, Vite's own HMR socket included, and
 * doesn't handle the promise that it returns: one lost connection rejects it,
 * and Node exits. These two plugins replace the listener that `analog()` adds,
 * so that Vite's sockets are left to Vite and a failed upgrade ends its own
 * socket only. Without `experimental.websocket` there is nothing to replace.
 */
export function keepDevServerAlive(): Plugin[] {
  const listenersOfVite = new Set<unknown>();

  return [
    {
      name: 'keep-dev-server-alive:before-analog',
      enforce: 'pre',
      configureServer({ httpServer }) {
        for (const listener of httpServer?.listeners('upgrade') ?? []) {
          listenersOfVite.add(listener);
        }
      },
    },
    {
      name: 'keep-dev-server-alive',
      enforce: 'post',
      configureServer({ httpServer, config: { logger } }) {
        const listeners = httpServer?.listeners('upgrade') ?? [];
        for (const listener of listeners.filter(isUpgradeListener)) {
          if (!listenersOfVite.has(listener)) {
            httpServer?.off('upgrade', listener);
            httpServer?.on('upgrade', contain(listener, logger));
          }
        }
      },
    },
  ];
}

function contain(
  listener: UpgradeListener,
  logger: Logger,
): (...upgrade: Parameters<UpgradeListener>) => void {
  const answer: UpgradeListener = async (request, socket, head) => {
    try {
      await listener(request, socket, head);
    } catch (error) {
      logger.warn(`WebSocket ${request.url} was lost: ${String(error)}`);
      socket.destroy();
    }
  };
  return (request, socket, head) => {
    if (!isForVite(request)) {
      void answer(request, socket, head);
    }
  };
}

function isForVite({ headers }: IncomingMessage): boolean {
  return headers['sec-websocket-protocol']?.startsWith('vite-') ?? false;
}

// Node's types lack the arguments of a listener; every `upgrade` listener takes these.
function isUpgradeListener(listener: unknown): listener is UpgradeListener {
  return typeof listener === 'function';
}
