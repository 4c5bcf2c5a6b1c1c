import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createServer, type Plugin } from 'vite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { keepDevServerAlive } from '../vite/keep-dev-server-alive.ts';
import { chatUrl, Room } from './support/room.ts';
import { type AppServer, startServer } from './support/server.ts';

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
    expect(await exit).toEqual([1, null]);
    // When Nitro handles this itself, vite/keep-dev-server-alive.ts can go.
    expect(server.output()).toContain('ECONNRESET');
  });

  it('survives lost connections and refused upgrades with it', async () => {
    server = await startServer('development');
    for (let lost = 1; lost <= 5; lost++) {
      const socket = await rawUpgrade(server);
      socket.resetAndDestroy();
      await vi.waitFor(() => expect(timesLost(server)).toBe(lost), 10_000);
    }

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
