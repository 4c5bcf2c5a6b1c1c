import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Resolves once a port accepts connections.
 *
 * @param alive throws if the program has exited
 * @throws after 60 seconds
 */
export async function answers(port: number, alive: () => void): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    alive();
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      await delay(20);
    } finally {
      socket.destroy();
    }
  }
  throw new Error(`Nothing listens on port ${port} after 60 s.`);
}
