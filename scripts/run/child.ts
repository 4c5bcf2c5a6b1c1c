import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { processorSecondsOfChildren } from './processor-time.ts';

/** How a child process ended. */
export interface Ended {
  /** Its exit code; 1 when a signal ended it or it could not start. */
  readonly code: number;
  /** All that it printed, standard output and error in one. */
  readonly output: string;
  readonly seconds: number;
  /** What processors spent on it and on what it started; undefined on a system that does not say. */
  readonly processorSeconds: number | undefined;
}

/** What a child process gets besides its command line. */
export interface ChildOptions {
  readonly cwd?: string;
  /** Variables added to those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether its output appears while it runs. */
  readonly visible?: boolean;
}

/**
 * Runs a program to its end and keeps what it prints.
 *
 * @param command the program, for example `process.execPath`
 * @returns how it ended; never rejects: a program that cannot start ends with
 *   code 1 and the reason as its output
 */
export function run(
  command: string,
  args: readonly string[],
  options: ChildOptions = {},
): Promise<Ended> {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (options.visible) process.stdout.write(chunk);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (options.visible) process.stderr.write(chunk);
  });
  return new Promise((resolve) => {
    let processorSeconds: number | undefined;
    // Before another child ends.
    child.once('exit', () => {
      processorSeconds = sinceTheLast();
    });
    const end = (code: number) => {
      const seconds = (performance.now() - started) / 1000;
      resolve({ code, output, seconds, processorSeconds });
    };
    child.once('error', (error) => {
      output += error.message;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

let counted = processorSecondsOfChildren();

/** What the child took that has just ended. */
function sinceTheLast(): number | undefined {
  const before = counted;
  counted = processorSecondsOfChildren();
  return before === undefined || counted === undefined
    ? undefined
    : counted - before;
}

/**
 * Runs a command-line tool of this repository's own `node_modules`.
 *
 * @param file its entry, for example `eslint/bin/eslint.js`
 */
export function runTool(
  file: string,
  args: readonly string[],
  options: ChildOptions = {},
): Promise<Ended> {
  // Absolute, since it may run in another folder.
  const tool = join(process.cwd(), 'node_modules', file);
  return run(process.execPath, [tool, ...args], options);
}
