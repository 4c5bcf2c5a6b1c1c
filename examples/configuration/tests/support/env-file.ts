import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A production server that reads `.env`. */
export interface EnvFileServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the built server with `node --env-file=.env`.
 *
 * @param env variables that are set already
 * @throws if it exits instead of listening
 */
export async function startWithEnvFile(
  env: Readonly<Record<string, string>> = {},
): Promise<EnvFileServer> {
  const child = spawn(
    process.execPath,
    ['--env-file=.env', 'dist/analog/server/index.mjs'],
    {
      cwd: root,
      env: { HOST: '127.0.0.1', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    void exited.then(([code]) => {
      reject(new Error(`The server exited with ${String(code)}.`));
    });
    child.stdout.on('data', (chunk: Buffer) => {
      const [, address] =
        /Listening on (http:\/\/[^\s/]+)/.exec(chunk.toString()) ?? [];
      if (address) resolve(address);
    });
  });
  return {
    url,
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
