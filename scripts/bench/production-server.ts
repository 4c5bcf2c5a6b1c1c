import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Example } from '../../src/site/examples/catalogue.ts';
import { runTool } from '../run/child.ts';
import { freePort } from '../site/ports.ts';

/** A running production server of an example. */
export interface ProductionServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Builds an example, starts its server and waits until it responds.
 *
 * @throws if the example doesn't build, or the server exits
 */
export async function startProductionServer({
  name,
  folder,
  scripts,
}: Example): Promise<ProductionServer> {
  const built = await runTool('vite/bin/vite.js', ['build'], { cwd: folder });
  if (built.code !== 0) {
    throw new Error(`${name} doesn't build:\n${built.output}`);
  }
  const port = await freePort();
  // `npm start` runs `node <file>`.
  const [, ...command] = scripts['start']?.split(' ') ?? [];
  const child = spawn(process.execPath, command, {
    cwd: folder,
    env: { ...process.env, PORT: `${port}` },
    stdio: 'ignore',
  });
  const origin = `http://localhost:${port}`;
  for (;;) {
    if (child.exitCode !== null) {
      throw new Error(`The server of ${name} exited with ${child.exitCode}.`);
    }
    const responds = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (responds) break;
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
