import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Example } from '../examples/catalogue.ts';
import { runTool } from '../run/child.ts';
import { freePort } from '../site/free-port.ts';

/** An example, built and served as in production. */
export interface ProductionServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Builds an example and starts its server.
 *
 * @returns once it answers
 * @throws when it does not build, or ends before it answers
 */
export async function startProductionServer({
  name,
  folder,
  scripts,
}: Example): Promise<ProductionServer> {
  const built = await runTool('vite/bin/vite.js', ['build'], { cwd: folder });
  if (built.code !== 0) {
    throw new Error(`${name} does not build:\n${built.output}`);
  }
  const port = await freePort();
  // `node <file>`, as its own `npm start` has it.
  const [, ...command] = scripts['start']?.split(' ') ?? [];
  const child = spawn(process.execPath, command, {
    cwd: folder,
    env: { ...process.env, PORT: `${port}` },
    stdio: 'ignore',
  });
  const origin = `http://localhost:${port}`;
  for (;;) {
    if (child.exitCode !== null) {
      throw new Error(`The server of ${name} ended with ${child.exitCode}.`);
    }
    const isThere = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (isThere) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
