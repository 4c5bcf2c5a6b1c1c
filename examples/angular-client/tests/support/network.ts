import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A proxied connection to a server. */
export interface Network {
  /** What to connect to in the server's place: `http://127.0.0.1:34567`. */
  readonly url: string;
  /** How many connections there are. */
  connections(): number;
  /**
   * From now on nothing gets through those that are there, and neither end is
   * told. Later ones work: the network is back, as after a walk to another room.
   */
  forgetAll(): void;
  /** How many connections have come since. */
  newConnections(): number;
  /** Cuts every connection. */
  end(): void;
}

/** Simulates a network between a server and its clients. */
export async function networkTo(server: string): Promise<Network> {
  const { port, hostname } = new URL(server);
  const ends = new Set<Socket>();
  const silent = new WeakSet<Socket>();
  let newConnections = 0;
  const proxy = createServer((near) => {
    newConnections += 1;
    const far = connect(Number(port), hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.pipe(other);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        ends.delete(end);
        // A browser may leave its half of an idle connection open for long.
        if (!silent.has(other)) other.destroySoon();
      });
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no TCP port.');
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    connections: () => ends.size / 2,
    newConnections: () => newConnections,
    forgetAll() {
      newConnections = 0;
      for (const end of ends) {
        silent.add(end);
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
