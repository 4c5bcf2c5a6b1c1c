import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { createServer, type Plugin } from 'vite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { keepDevServerAlive } from '../vite/keep-dev-server-alive.ts';
import { expectEvidence } from './support/evidence.ts';
import { chatUrl, Room } from './support/room.ts';
import { type AppServer, startServer } from './support/server.ts';

const polling = { timeout: 30_000, interval: 100 };
const temporaryRoute = new URL(
  '../src/server/routes/api/temporary.get.ts',
  import.meta.url,
);
const routeThatAnswers = (text: string) => `
import { defineEventHandler } from 'h3';
export default defineEventHandler(() => '${text}');
`;

// What this file measures, for `evidence/dev-server.json`.
const measured: Record<string, object> = {};

describe('the dev server', () => {
  let server: AppServer;

  afterEach(() => server.stop());

  it('exits on one lost connection without the plugin', async () => {
    const config = ['--config', 'tests/unprotected.vite.config.ts'];
    server = await startServer('development', {}, config);
    const exit = once(server.process, 'exit', {
      signal: AbortSignal.timeout(20_000),
    });
    const socket = await rawUpgrade(server);
    socket.resetAndDestroy();
    const codes: unknown[] = await exit;
    measured['withoutPlugin'] = { exitCode: codes[0] };
    expect(codes).toEqual([1, null]);
    // When Nitro handles this itself, vite/keep-dev-server-alive.ts can go.
    expect(server.output()).toContain('ECONNRESET');
  });

  it('survives lost connections and refused upgrades with it', async () => {
    server = await startServer('development');
    let survived = 0;
    while (survived < 5) {
      const socket = await rawUpgrade(server);
      socket.resetAndDestroy();
      survived++;
      await vi.waitFor(() => expect(timesLost(server)).toBe(survived), 10_000);
    }
    measured['withPlugin'] = { survived };

    const room = new Room(server.url);
    const origin = 'https://evil.example';
    expect(await room.wire.refusal(chatUrl, { origin })).toBe(403);

    const hmr = new HmrSocket(server);
    expect(await hmr.firstFrame()).toBe('{"type":"connected"}');

    const ada = await room.enter('Ada');
    ada.send('ping');
    expect(await ada.next()).toMatchObject({ payload: 'pong' });
    room.wire.end();

    // Had Nitro answered this one too, it would have by now, and broken it.
    expect(await hmr.end()).toEqual([]);
    expect(server.process.exitCode).toBeNull();
  });

  it('serves a new route and an edited one without a restart', async () => {
    server = await startServer('development');
    const room = new Room(server.url);
    const ask = async () => {
      const url = new URL('/api/temporary', server.url);
      // A request that meets the restart of the routes may never be answered.
      const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
      return { status: response.status, text: await response.text() };
    };
    expect(await ask()).toMatchObject({ status: 404 });

    try {
      await writeFile(temporaryRoute, routeThatAnswers('first'));
      await expect.poll(ask, polling).toMatchObject({ text: 'first' });
      measured['newRoute'] = { status: (await ask()).status };

      const ada = await room.enter('Ada');
      await writeFile(temporaryRoute, routeThatAnswers('second'));
      const end = await ada.next();
      measured['edit'] = { closeCode: end.opcode === 'close' && end.code };
      expect(end).toMatchObject({ opcode: 'close', code: 1006 });
      await expect.poll(ask, polling).toMatchObject({ text: 'second' });
    } finally {
      await rm(temporaryRoute, { force: true });
      room.wire.end();
    }
  });

  it('is as recorded', async () => {
    await expectEvidence('dev-server', { kind: 'facts', ...measured });
  });
});

describe('keepDevServerAlive', () => {
  it('replaces nothing when Nitro answers no upgrades', async () => {
    const [before, after] = await upgradeListeners();
    expect(before).toHaveLength(1);
    expect(after).toEqual(before);
  });

  it('replaces the listener of Nitro and leaves that of Vite', async () => {
    const nitro = () => undefined;
    const [before, after] = await upgradeListeners({
      name: 'nitro',
      configureServer: ({ httpServer }) => {
        httpServer?.on('upgrade', nitro);
      },
    });
    expect(after).toHaveLength(2);
    expect(after[0]).toBe(before[0]);
    expect(after).not.toContain(nitro);
  });
});

/** An open socket without a WebSocket library, so that it can be torn down. */
async function rawUpgrade({ url }: AppServer): Promise<Socket> {
  const { host, hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    [
      `GET ${chatUrl} HTTP/1.1`,
      `Host: ${host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n'),
  );
  const answer: unknown = (await once(socket, 'data'))[0];
  expect(String(answer)).toMatch(/^HTTP\/1\.1 101 /);
  return socket;
}

function timesLost(server: AppServer): number {
  return server.output().split(`WebSocket ${chatUrl} was lost`).length - 1;
}

/** The socket over which Vite's page learns of changes. */
class HmrSocket {
  readonly #socket: WebSocket;
  readonly #errors: string[] = [];

  constructor({ url }: AppServer) {
    this.#socket = new WebSocket(url.replace('http', 'ws'), 'vite-hmr');
    this.#socket.on('error', ({ message }) => this.#errors.push(message));
  }

  async firstFrame(): Promise<string> {
    const signal = AbortSignal.timeout(10_000);
    const frames = await once(this.#socket, 'message', { signal });
    return String(frames[0]);
  }

  /** Waits for all that is on its way; says what went wrong on this socket. */
  async end(): Promise<string[]> {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.ping();
      await once(this.#socket, 'pong').catch(() => undefined);
    }
    this.#socket.terminate();
    return this.#errors;
  }
}

/** The listeners for upgrades in a Vite server, before and after its plugins. */
async function upgradeListeners(...plugins: Plugin[]): Promise<unknown[][]> {
  const seen: unknown[][] = [];
  const witness = (enforce: 'pre' | 'post'): Plugin => ({
    name: `witness-${enforce}`,
    enforce,
    configureServer: ({ httpServer }) => {
      seen.push(httpServer?.listeners('upgrade') ?? []);
    },
  });
  const vite = await createServer({
    configFile: false,
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
    plugins: [witness('pre'), plugins, keepDevServerAlive(), witness('post')],
  });
  await vite.close();
  return seen;
}
