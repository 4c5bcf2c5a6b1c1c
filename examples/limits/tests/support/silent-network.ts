import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A connection to a server that can stop responding, like a pulled cable. */
export interface SilentNetwork {
  /** URL to use instead of the server's: `http://127.0.0.1:34567`. */
  readonly url: string;
  /** Stops all traffic without notifying either end. */
  fallSilent(): void;
  /** Drops all connections. */
  end(): void;
}

/** Starts a proxy to a server. */
export async function silentNetwork(server: string): Promise<SilentNetwork> {
  const { port, hostname } = new URL(server);
  const ends = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => {
        // The other end isn't notified, on purpose.
      });
    }
    near.pipe(far, { end: false });
    far.pipe(near, { end: false });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no TCP port.');
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    fallSilent() {
      for (const end of ends) {
        end.unpipe();
        end.pause();
      }
    },
    end() {
      for (const end of ends) end.destroy();
      proxy.close();
    },
  };
}
