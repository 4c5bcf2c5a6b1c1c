import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/**
 * Finds a free port for a program that needs its number in advance. Unlike those of `get-port-please`, it is random, so that
 * parallel tests differ, and below the ephemeral range, so that no connection takes it before the program listens.
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

/**
 * Parses a port.
 *
 * @param text the value of the environment variable `PORT`
 * @throws if it isn't a port
 */
export function readPort(text: string | undefined, fallback: number): number {
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(
      `PORT is "${text}"; a port is a number from 0 to 65535. Try PORT=3001.`,
    );
  }
  return port;
}

/**
 * Starts a server.
 *
 * @param port 0 lets the system choose one
 * @param command shown in the error, with another port
 * @returns the port
 * @throws if another program uses the port
 */
export function listen(
  server: Server,
  port: number,
  command: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is taken by another program. Choose another: PORT=${port < 65_535 ? port + 1 : port - 1} ${command}`,
            )
          : error,
      );
    });
    server.listen(port, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Throws if another program uses a port, before a long build. */
export async function requireFreePort(
  port: number,
  command: string,
): Promise<void> {
  const probe = createServer();
  await listen(probe, port, command);
  await new Promise((resolve) => probe.close(resolve));
}
