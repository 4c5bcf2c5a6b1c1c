import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import WebSocket from 'ws';
import { HmrSocket } from './support/dev-sockets';
import { expectEvidence } from './support/evidence';
import { chatUrl } from './support/room';
import { type AppServer, startServer } from './support/server';

// Measured values for `evidence/switched-off.json`.
const measured: Record<string, object> = {};
let server: AppServer;

afterEach(() => server.stop());

it('completes no handshake without experimental.websocket', async () => {
  const config = ['--config', 'tests/without-websockets.vite.config.ts'];
  server = await startServer('development', {}, config);
  // The route exists, and explains itself.
  await expect.poll(get, polling).toMatchObject({ status: 426 });

  const url = server.url.replace('http', 'ws') + chatUrl;
  const socket = new WebSocket(url, { handshakeTimeout: 5_000 });
  const errors: unknown[] = await once(socket, 'error');
  expect(String(errors[0])).toContain('Opening handshake has timed out');

  const hmr = new HmrSocket(server);
  expect(await hmr.firstFrame()).toBe('{"type":"connected"}');
  expect(await hmr.end()).toEqual([]);
  measured['withoutOption'] = { handshake: 'never answered', hmr: 'connected' };
});

it.each([
  ['withVitest', { VITEST: 'true' }],
  ['withNodeEnvTest', { NODE_ENV: 'test' }],
])('serves no routes in a test environment (%s)', async (name, env) => {
  server = await startServer('development', env);
  // The page fails, too, since Angular is compiled for tests.
  await expect.poll(get, polling).toMatchObject({ status: 500 });
  measured[name] = { env, chatRoute: 'does not answer', get: await get() };
});

it('matches the evidence', async () => {
  await expectEvidence('switched-off', { kind: 'facts', ...measured });
});

const polling = { timeout: 60_000, interval: 100 };

async function get() {
  const { status } = await fetch(new URL(chatUrl, server.url));
  return { status };
}
