import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answers } from './answers';
import { ensureProgram } from './ensure-program';
import { freePort } from './free-port';

const conf = fileURLToPath(new URL('../../redis/redis.conf', import.meta.url));

/** A Redis server with the settings of `redis/redis.conf` and its own folder. */
export class Redis {
  #process: ChildProcess | undefined;

  private constructor(
    readonly program: string,
    readonly folder: string,
    readonly port: number,
    readonly options: readonly string[],
  ) {}

  /**
   * Starts Redis on a free port.
   *
   * @param options additional options, for example `['--appendonly', 'no']`
   * @throws if it isn't installed or doesn't start
   */
  static async start(options: readonly string[] = []): Promise<Redis> {
    const program = await ensureProgram('redis-server', 'redis-server');
    const folder = await mkdtemp(join(tmpdir(), 'redis-chat-'));
    const redis = new Redis(program, folder, await freePort(), options);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    if (this.#process?.pid === undefined) throw new Error('It is not running.');
    return this.#process.pid;
  }

  /** Restarts it on the same port with the data in its folder. */
  async start(): Promise<void> {
    const child = spawn(
      this.program,
      [
        conf,
        ...['--port', `${this.port}`, '--bind', '127.0.0.1'],
        ...['--dir', this.folder, ...this.options],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#process = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    }
    await answers(this.port, () => {
      if (child.exitCode !== null) throw new Error(`No Redis:\n${output}`);
    });
  }

  /** Sends a signal, for example `SIGSTOP`. */
  signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal);
  }

  /** Kills it like a crash: `kill -9`. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child?.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    }
  }

  /** Stops it and removes its folder. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}
