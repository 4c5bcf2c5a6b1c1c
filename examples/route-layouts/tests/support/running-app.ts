import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rootOf } from '../../layouts/compose';
import type { Environment } from '../../layouts/variant';

/** `development` is Vite's dev server, `production` the built Nitro server. */
export type Mode = 'development' | 'production';

export const modes: readonly Mode[] = ['development', 'production'];

/** A running server of a layout. */
export interface RunningApp {
  /** Origin, for example `http://127.0.0.1:34567`. */
  readonly url: string;
  /** Returns its output so far. */
  output(): string;
  /** Returns its exit code; `undefined` while it runs. */
  exitCode(): number | undefined;
  stop(): Promise<void>;
}

const example = fileURLToPath(new URL('../..', import.meta.url));
const vite = join(
  dirname(createRequire(import.meta.url).resolve('vite/package.json')),
  'bin/vite.js',
);

/**
 * Composes and builds a layout.
 *
 * @throws if the build fails, with its output
 */
export async function buildApp(
  layout: string,
  env: Environment = {},
): Promise<void> {
  const child = start([vite, 'build'], { ...env, LAYOUT: layout });
  const output = outputOf(child);
  await once(child, 'close');
  if (child.exitCode !== 0) {
    throw new Error(`The layout ${layout} does not build:\n${output()}`);
  }
}

/**
 * Starts a server of a layout on a free port. Production needs `buildApp` first.
 *
 * @throws if it exits, or prints no URL within 120 seconds
 */
export async function startApp(
  layout: string,
  mode: Mode,
  env: Environment = {},
): Promise<RunningApp> {
  const port = `${await freePort()}`;
  const command = {
    development: [vite, '--host', '127.0.0.1', '--port', port, '--strictPort'],
    production: [join(rootOf(layout), 'dist/analog/server/index.mjs')],
  }[mode];
  const child = start(command, {
    ...env,
    LAYOUT: layout,
    HOST: '127.0.0.1',
    PORT: port,
  });
  const output = outputOf(child);
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (what: string) => {
      clearTimeout(timer);
      reject(new Error(`The ${mode} server ${what}:\n${output()}`));
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail('gave no address in 120 s');
    }, 120_000);
    child.once('exit', (code) => fail(`exited with ${code}`));
    child.stdout.on('data', () => {
      // Removes escape sequences, since Vite prints the port in bold.
      const plain = output().replaceAll(/\u001b\[\d+m/g, '');
      const [, address] =
        /(?:Local:|Listening on)\s+(http:\/\/[^\s/]+)/.exec(plain) ?? [];
      if (address) {
        clearTimeout(timer);
        resolve(address);
      }
    });
  });
  return {
    url,
    output,
    exitCode: () => child.exitCode ?? undefined,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGKILL');
        await exited;
      }
    },
  };
}

/** A clean environment, since Analog starts no server if `VITEST` or `NODE_ENV=test` is set. */
function start(command: readonly string[], env: Environment) {
  const { PATH, HOME, TMPDIR, NODE_OPTIONS } = process.env;
  return spawn(process.execPath, command, {
    cwd: example,
    env: { PATH, HOME, TMPDIR, NODE_OPTIONS, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function outputOf(child: ReturnType<typeof start>): () => string {
  let output = '';
  const read = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return () => output;
}

// Below the ephemeral range, so that no connection takes it before the server listens.
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
