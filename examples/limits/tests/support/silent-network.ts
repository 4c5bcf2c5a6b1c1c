import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to a server that can fall silent, as a cable that is pulled out. */
export interface SilentNetwork {
  /** What to connect to in the server's place: `http://127.0.0.1:34567`. */
  readonly url: string;
  /** From now on nothing gets through, and neither end is told. */
  fallSilent(): void;
  /** Cuts every connection. */
  end(): void;
}

/** Lays a network in front of a server. */
export async function silentNetwork(server: string): Promise<SilentNetwork> {
  const { port, hostname } = new URL(server);
  const ends = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => {
        // The other end learns nothing of it: that is the point.
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
