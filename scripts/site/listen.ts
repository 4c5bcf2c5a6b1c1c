import { type Server } from 'node:http';

/** A port that another program has. The message says what to do. */
export class PortTakenError extends Error {}

/**
 * Reads a port from the environment.
 *
 * @param text the value of `PORT`, if it is set
 * @throws when it is no port
 */
export function readPort(text: string | undefined, otherwise: number): number {
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(
      `PORT is "${text}"; a port is a number from 0 to 65535. Try PORT=3001.`,
    );
  }
  return port;
}

/**
 * Starts to listen.
 *
 * @param command what the reader typed, to show how another port is chosen
 * @returns the port: the system's choice when `port` is 0
 * @throws PortTakenError when another program has it
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
          ? new PortTakenError(
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
