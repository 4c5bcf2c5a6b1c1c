import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Finds a port on which nothing listens, for a program that has to be told one. It is below those that the system gives to
 * connections: it could give one away before the program has it.
 *
 * @returns the port
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = createServer().listen(port, '127.0.0.1');
    try {
      await once(probe, 'listening');
    } catch {
      continue;
    }
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}
