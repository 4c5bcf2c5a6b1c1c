import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Name of a compared server in the record. */
export type ContenderName = 'bare' | 'analog' | 'limited';

/** How to start and use a server. */
export interface Contender {
  readonly name: ContenderName;
  /** Entry for Node, from the root of the repository. */
  readonly entry: string;
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly socketPath: string;
  readonly streamPath: string;
  /** URL path for a POST that broadcasts `times` texts of `bytes`. */
  readonly sendPath: string;
}

/** Resource usage of a server. */
export interface Usage {
  /** Processor time. */
  readonly microseconds: number;
  /** Bytes of live objects, on the heap and outside. */
  readonly live: number;
  /** Resident set size in bytes. */
  readonly resident: number;
}

/** A running server. */
export interface RunningContender extends Contender {
  readonly origin: string;
  /** Returns its resource usage; for `memory`, after a garbage collection. */
  usage(of: 'processor' | 'memory'): Promise<Usage>;
  /** Broadcasts texts. */
  send(bytes: number, times: number): Promise<void>;
  stop(): Promise<void>;
}

/** The server of only `ws` and `node:http`. */
export const bare: Contender = {
  name: 'bare',
  entry: join(import.meta.dirname, 'bare-server.ts'),
  cwd: process.cwd(),
  socketPath: '/',
  streamPath: '/',
  sendPath: '/send?',
};

const folder = pathToFileURL(`${import.meta.dirname}/`);
const imports = [
  new URL('answer-usage.mjs', folder).href,
  // For the bare server, which is TypeScript; loaded into all, since it needs memory.
  pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
];

/**
 * Starts a server as a child process.
 *
 * @returns once it listens
 * @throws with its output if it exits, or prints no address within a minute
 */
export async function startContender(
  contender: Contender,
): Promise<RunningContender> {
  const { entry, cwd, env } = contender;
  const child = spawn(
    process.execPath,
    ['--expose-gc', ...imports.map((url) => `--import=${url}`), entry],
    {
      cwd,
      env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  const origin = await addressOf(child, contender.name).catch(
    async (error: unknown) => {
      await stop();
      throw error;
    },
  );
  return {
    ...contender,
    origin,
    stop,
    async usage(of) {
      const answer = once(child, 'message');
      child.send(of);
      const [usage] = (await answer) as [Usage];
      return usage;
    },
    async send(bytes, times) {
      const url = `${origin}${contender.sendPath}&bytes=${bytes}&times=${times}`;
      const response = await fetch(url, { method: 'POST' });
      if (!response.ok) {
        throw new Error(
          `${contender.name} answered ${response.status}: ${url}`,
        );
      }
      await response.arrayBuffer();
    },
  };
}

function addressOf(child: ChildProcess, name: string): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (what: string) => {
      reject(new Error(`The server "${name}" ${what}:\n${output}`));
    };
    const timer = setTimeout(() => {
      fail('gave no address in 60 s');
    }, 60_000);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Listening on (http:\/\/[^\s/]+)/.exec(output)?.[1];
      if (address !== undefined) {
        clearTimeout(timer);
        resolve(address);
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
}
