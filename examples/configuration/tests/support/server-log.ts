import { once } from 'node:events';
import type { AppServer } from './server';

// Colour codes.
const escapes = /\u001b\[[\d;]*m/g;

/**
 * Waits for the first matching line of a server's output.
 *
 * @param from length of the output to skip
 * @throws after a minute, with the output
 */
export async function lineInLog(
  server: AppServer,
  line: RegExp,
  from = 0,
): Promise<string> {
  const signal = AbortSignal.timeout(60_000);
  for (;;) {
    const found = newLines(server, from).find((text) => line.test(text));
    if (found !== undefined) return found;
    await printed(server, signal).catch(() => {
      const lines = newLines(server, from).join('\n');
      throw new Error(`The server printed no line like ${line}:\n${lines}`);
    });
  }
}

/** Returns the lines that a server has printed since its output had a length. */
export function newLines(server: AppServer, from: number): string[] {
  return server
    .output()
    .slice(from)
    .replaceAll(escapes, '')
    .split('\n')
    .filter((line) => line !== '');
}

async function printed(
  { process: { stdout, stderr } }: AppServer,
  signal: AbortSignal,
): Promise<void> {
  if (!stdout || !stderr) throw new Error('The server has no output.');
  const other = new AbortController();
  const either = AbortSignal.any([signal, other.signal]);
  try {
    await Promise.race(
      [stdout, stderr].map((stream) =>
        once(stream, 'data', { signal: either }),
      ),
    );
  } finally {
    other.abort();
  }
}
