import { setTimeout as delay } from 'node:timers/promises';
import { type AppServer, startServer } from './server';

/** Starts a process, and waits until its health check passes, like an orchestrator. */
export async function startHealthy(
  env: Readonly<Record<string, string>>,
): Promise<AppServer> {
  const app = await startServer('production', env);
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const { ok } = await fetch(`${app.url}/api/health`);
    if (ok) return app;
    await delay(20);
  }
  await app.stop();
  throw new Error('The process is not healthy after 60 s.');
}
