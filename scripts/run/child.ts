import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The result of a child process. */
export interface Ended {
  /** Exit code; 1 if a signal ended the process or it couldn't start. */
  readonly code: number;
  /** Standard output and standard error, interleaved. */
  readonly output: string;
  readonly seconds: number;
}

/** Options of a child process. */
export interface ChildOptions {
  readonly cwd?: string;
  /** Environment variables added to those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether its output is printed while it runs. */
  readonly visible?: boolean;
}

/**
 * Runs a program to its end and collects its output.
 *
 * @returns never rejects: a program that can't start has code 1 and the reason as its output
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
    const end = (code: number) =>
      resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    child.once('error', (error) => {
      output += error.message;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/**
 * Runs a command-line tool from this repository's `node_modules`.
 *
 * @param file its entry, for example `prettier/bin/prettier.cjs`
 */
export function runTool(
  file: string,
  args: readonly string[],
  options: ChildOptions = {},
): Promise<Ended> {
  // Absolute, because `cwd` may be another folder.
  const tool = join(process.cwd(), 'node_modules', file);
  return run(process.execPath, [tool, ...args], options);
}
