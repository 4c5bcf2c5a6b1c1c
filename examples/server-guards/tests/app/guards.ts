import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type Apps, listed } from '../support/guarded-apps';
import { expectEvidence } from '../support/evidence';
import type { AppServer } from '../support/server';
import { askBoth, type ServerPair } from '../support/server-pair';
import { askSocket, type SocketOutcome } from '../support/socket-outcome';
import { Wire } from '../support/wire';

const file = 'src/server/routes/api/ws/echo.ts';
const url = '/api/ws/echo';
const foreign = 'https://elsewhere.example';
const limit = 64 * 1024;

const refused = (status: number) => ({ websocket: 'refused', status });
const answers = { websocket: 'answers' };
const silent = { websocket: 'opens and stays silent' };

let guarded: ServerPair;
let unguarded: ServerPair;
// Measured values for `evidence/guards.json`.
const measured: Record<string, object> = {};

/** Tests which sockets and messages the guard accepts. */
export function guards(running: () => Apps): void {
  beforeAll(() => {
    ({ guarded, unguarded } = running());
  });

  describe('a socket at a URL', () => {
    it('of a WebSocket route opens and responds', async () => {
      const outcome = await onBoth(guarded, url);
      measured['echo'] = { file, url, ...outcome };
      expect(outcome).toEqual(both(answers));
      for (const same of [`${url}/`, `${url}?name=Ada`]) {
        expect(await onBoth(guarded, same)).toEqual(both(answers));
      }
    });

    it.each([
      ['unknown', '/api/nope'],
      ['withoutApi', '/ws/echo'],
      ['page', '/'],
      ['httpRoute', '/api/health'],
      ['eventStream', '/api/sse'],
    ])('without a WebSocket route is refused (%s)', async (name, path) => {
      const outcome = await onBoth(guarded, path);
      measured[name] = { url: path, ...outcome };
      expect(outcome).toEqual(both(refused(404)));

      const without = await onBoth(unguarded, path);
      measured[`${name}WithoutGuard`] = { url: path, ...without };
      expect(without).toEqual(both(silent));
    });
  });

  describe('a page of', () => {
    it('the same origin gets a socket', async () => {
      const outcome = await askBoth(guarded, (server) =>
        askSocket(server.url, url, { origin: server.url }),
      );
      measured['ownOrigin'] = { file, url, origin: '<own origin>', ...outcome };
      expect(outcome).toEqual(both(answers));
    });

    it.each(listed)('a listed origin gets a socket (%s)', async (origin) => {
      const outcome = await onBoth(guarded, url, { origin });
      measured['listedOrigin'] ??= { file, url, origin, ...outcome };
      expect(outcome).toEqual(both(answers));
    });

    it('other origins get none', async () => {
      const outcome = await onBoth(guarded, url, { origin: foreign });
      measured['otherOrigin'] = { file, url, origin: foreign, ...outcome };
      expect(outcome).toEqual(both(refused(403)));

      const without = await onBoth(unguarded, url, { origin: foreign });
      measured['otherOriginWithoutGuard'] = {
        ...{ file, url, origin: foreign },
        ...without,
      };
      expect(without).toEqual(both(answers));
    });

    it.each(['null', '', `${foreign}:443`, 'https://partner.example.evil'])(
      'the origin "%s" gets none',
      async (origin) => {
        const outcome = await onBoth(guarded, url, { origin });
        expect(outcome).toEqual(both(refused(403)));
      },
    );
  });

  describe('a message', () => {
    it('up to the limit is answered', async () => {
      const outcome = await askBoth(guarded, (server) =>
        sendBytes(server, limit),
      );
      measured['longMessage'] = { file, url, bytes: limit, ...outcome };
      expect(outcome).toEqual(both(answers));
    });

    it('above the limit closes its socket with 1009', async () => {
      const bytes = limit + 1;
      const outcome = await askBoth(guarded, (server) =>
        sendBytes(server, bytes),
      );
      measured['tooLongMessage'] = { file, url, bytes, ...outcome };
      expect(outcome).toEqual(both({ websocket: 'closes', code: 1009 }));

      const without = await askBoth(unguarded, (server) =>
        sendBytes(server, bytes),
      );
      measured['tooLongMessageWithoutGuard'] = { file, url, bytes, ...without };
      expect(without).toEqual(both(answers));
    });
  });

  describe('other requests', () => {
    it('get the same HTTP responses as without the guard', async () => {
      for (const path of ['/api/health', url, '/api/sse', '/api/nope']) {
        const outcome = await askBoth(guarded, (server) => get(server, path));
        const without = await askBoth(unguarded, (server) => get(server, path));
        expect(outcome).toEqual(without);
      }
      measured['health'] = {
        file: 'src/server/routes/api/health.get.ts',
        url: '/api/health',
        ...(await askBoth(guarded, async (server) => ({
          get: await get(server, '/api/health', { origin: foreign }),
        }))),
      };
    });

    it("of Vite's HMR socket are unaffected", async () => {
      const server = guarded.development;
      const socket = new WebSocket(
        server.url.replace('http', 'ws'),
        'vite-hmr',
      );
      const frames: unknown[] = await once(socket, 'message', {
        signal: AbortSignal.timeout(60_000),
      });
      expect(String(frames[0])).toBe('{"type":"connected"}');

      // A second response by Nitro would break the socket.
      const errors: string[] = [];
      socket.on('error', ({ message }) => errors.push(message));
      await askSocket(server.url, '/');
      socket.ping();
      await once(socket, 'pong', { signal: AbortSignal.timeout(60_000) });
      expect(errors).toEqual([]);
      socket.terminate();
      measured['hmr'] = { url: '/', development: answers };
    });
  });

  it('matches the evidence, and all servers still run', async () => {
    for (const { development, production } of [guarded, unguarded]) {
      expect(development.process.exitCode).toBeNull();
      expect(production.process.exitCode).toBeNull();
    }
    await expectEvidence('guards', { kind: 'routes', ...measured });
  });
}

function both<T>(outcome: T): { development: T; production: T } {
  return { development: outcome, production: outcome };
}

function onBoth(
  servers: ServerPair,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ development: SocketOutcome; production: SocketOutcome }> {
  return askBoth(servers, (server) => askSocket(server.url, path, headers));
}

/** Sends a long message and returns the result. */
async function sendBytes(server: AppServer, bytes: number) {
  const wire = new Wire(server.url);
  try {
    const client = await wire.connect('Ada', url);
    client.send('x'.repeat(bytes));
    const frame = await client.next();
    return frame.opcode === 'close'
      ? { websocket: 'closes', code: frame.code }
      : { websocket: 'answers' };
  } finally {
    wire.end();
  }
}

async function get(
  server: AppServer,
  path: string,
  headers: Record<string, string> = {},
) {
  const connection = new AbortController();
  const { signal } = connection;
  const response = await fetch(server.url + path, { headers, signal });
  connection.abort();
  return {
    status: response.status,
    'content-type': response.headers.get('content-type'),
  };
}
