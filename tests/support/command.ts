import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A command of this repository while it runs. */
export interface RunningCommand {
  /** All that it has printed so far. */
  output(): string;
  /**
   * Waits until it prints something.
   *
   * @param seconds how long, 300 if it is not said: an app may have to be built first, beside other work
   * @returns the match
   * @throws when it ends first, or does not in that time
   */
  prints(pattern: RegExp, seconds?: number): Promise<RegExpExecArray>;
  /** Waits for its end and returns its exit code. */
  ended(): Promise<number | null>;
  /** Ends it as Ctrl-C does, with all that it has started. */
  interrupt(): Promise<void>;
}

/**
 * Runs a command line as a reader types it.
 *
 * @param line for example `npm run example websocket-chat`
 * @param env variables to add, for example `PORT`
 */
export function runCommand(
  line: string,
  env: Readonly<Record<string, string>> = {},
): RunningCommand {
  const inherited = { ...process.env };
  // What the tests run in is no part of what a reader has.
  delete inherited['NODE_ENV'];
  delete inherited['VITEST'];
  const child = spawn('sh', ['-c', line], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own gets the interrupt as a terminal would send it.
    detached: true,
  });
  let output = '';
  const waiting = new Set<() => void>();
  const read = (chunk: Buffer) => {
    output += chunk.toString().replaceAll(/\u001b\[[\d;]*m/g, '');
    for (const look of waiting) look();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const closed = once(child, 'close');

  return {
    output: () => output,
    prints: (pattern, seconds = 300) =>
      new Promise((resolve, reject) => {
        const fail = (reason: string) => {
          reject(
            new Error(`"${line}" ${reason} before ${pattern}:\n${output}`),
          );
        };
        const timer = setTimeout(
          () => fail(`took ${seconds} seconds`),
          seconds * 1000,
        );
        const look = () => {
          const match = pattern.exec(output);
          if (!match) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(match);
        };
        waiting.add(look);
        look();
        void closed.then(() => {
          clearTimeout(timer);
          fail('ended');
        });
      }),
    ended: async () => {
      await closed;
      return child.exitCode;
    },
    interrupt: async () => {
      signalGroup(child);
      await closed;
    },
  };
}

function signalGroup({ pid, exitCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, 'SIGINT');
}
