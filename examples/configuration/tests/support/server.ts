import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `development` is Vite's dev server, `production` the built Nitro server. */
export type Mode = 'development' | 'production';

/** Every mode in which an Analog app runs, for `describe.each`. */
export const modes: readonly Mode[] = ['development', 'production'];

/** A running server of this app. */
export interface AppServer {
  /** Where it listens, for example `http://127.0.0.1:34567`. */
  readonly url: string;
  readonly process: ChildProcess;
  /** All that the server has printed so far. */
  output(): string;
  /** Ends the process; resolves once it is gone. */
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const vite = join(
  dirname(createRequire(import.meta.url).resolve('vite/package.json')),
  'bin/vite.js',
);

/**
 * Starts this app as a child process on a free port. Production needs
 * `vite build` first. The environment is a clean one: with `VITEST` or
 * `NODE_ENV=test` set, Analog starts no server.
 *
 * @param env variables to add, for example `NITRO_APP_BASE_URL`; `PORT` names
 * the port, so that a server can come back where another one was
 * @param viteArguments what to add to the command line of Vite's dev server,
 * for example `['--config', 'tests/other.config.ts']`
 * @throws when the process exits, or prints no address within three minutes
 */
export async function startServer(
  mode: Mode,
  env: Readonly<Record<string, string>> = {},
  viteArguments: readonly string[] = [],
): Promise<AppServer> {
  const port = env['PORT'] ?? `${await freePort()}`;
  const { PATH, HOME, TMPDIR, NODE_OPTIONS } = process.env;
  const command =
    mode === 'development'
      ? [
          vite,
          ...['--host', '127.0.0.1', '--port', port, '--strictPort'],
          ...viteArguments,
        ]
      : ['dist/analog/server/index.mjs'];
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: {
      PATH,
      HOME,
      TMPDIR,
      NODE_OPTIONS,
      HOST: '127.0.0.1',
      PORT: port,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(
        new Error(
          `The ${mode} server gave no address in three minutes:\n${output}`,
        ),
      );
    }, 180_000);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      // Vite prints the port in bold, so the escape sequences go first.
      const plain = output.replaceAll(/\u001b\[\d+m/g, '');
      const address = /(?:Local:|Listening on)\s+(http:\/\/[^\s/]+)/.exec(
        plain,
      );
      if (address?.[1]) {
        clearTimeout(timer);
        resolve(address[1]);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The ${mode} server exited with ${code}:\n${output}`));
    });
  });

  return {
    url,
    process: child,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGKILL');
        await exited;
      }
    },
  };
}

// Below those that the system gives to connections: it could give one away before the server has it.
async function freePort(): Promise<number> {
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
