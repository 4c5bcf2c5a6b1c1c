import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A running command of this repository. */
export interface RunningCommand {
  /** Returns its output so far. */
  output(): string;
  /**
   * Waits for a text in its output.
   *
   * @param seconds timeout; 300 by default, since an app may have to be built first
   * @throws if it exits before, or after the timeout
   */
  prints(pattern: RegExp, seconds?: number): Promise<RegExpExecArray>;
  /** Waits for its exit code. */
  ended(): Promise<number | null>;
  /** Interrupts it with its children, like Ctrl-C. */
  interrupt(): Promise<void>;
}

/**
 * Runs a command line.
 *
 * @param line for example `npm run example websocket-chat`
 * @param env additional variables, for example `PORT`
 */
export function runCommand(
  line: string,
  env: Readonly<Record<string, string>> = {},
): RunningCommand {
  const inherited = { ...process.env };
  // Readers don't have the variables of the test run.
  delete inherited['NODE_ENV'];
  delete inherited['VITEST'];
  const child = spawn('sh', ['-c', line], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group, which receives the interrupt like from a terminal.
    detached: true,
  });
  let output = '';
  const waiting = new Set<() => void>();
  const read = (chunk: Buffer) => {
    output += chunk.toString().replaceAll(/\u001b\[[\d;]*m/g, '');
    for (const check of waiting) check();
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
