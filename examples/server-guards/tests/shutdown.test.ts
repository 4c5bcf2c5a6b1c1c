import { once } from 'node:events';
import { startServer as startWithoutPlugins } from '#server-without-plugins';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectEvidence } from './support/evidence.ts';
import {
  type EventStreamReader,
  openEventStream,
} from './support/event-stream.ts';
import { type AppServer, startServer } from './support/server.ts';
import { Wire, type WireClient } from './support/wire.ts';

// What this file measures, for `evidence/shutdown.json`.
const measured: Record<string, object> = {};

describe('with two sockets and two streams open, the server', () => {
  let server: AppServer;
  let clients: Clients;
  let unguarded: AppServer;
  let unguardedClients: Clients;
  let unguardedExit: Promise<Exit>;

  // The wait is long: it begins here, and the other tests run meanwhile.
  beforeAll(async () => {
    unguarded = await startWithoutPlugins('production');
    unguardedClients = await connect(unguarded);
    unguardedExit = stop(unguarded, 'SIGTERM', 60_000);
    // Whoever awaits it learns of a failure.
    unguardedExit.catch(() => undefined);
  });
  afterEach(async () => {
    clients.wire.end();
    await server.stop();
  });
  afterAll(async () => {
    unguardedClients.wire.end();
    await unguarded.stop();
  });

  // Again on a machine that was busy with something else for that second.
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says goodbye and exits within 1 s of %s',
    { retry: 2 },
    async (signal) => {
      server = await startServer('production');
      clients = await connect(server);
      const [{ exitCode }, sockets, streams] = await Promise.all([
        stop(server, signal, 1_000),
        closeCodes(clients.sockets),
        endsOf(clients.streams),
      ]);
      expect(exitCode).toBe(0);
      expect(sockets).toEqual([1001, 1001]);
      expect(streams).toEqual(['ended', 'ended']);
      // Nothing that was thrown on the way.
      expect(server.output()).not.toMatch(/error|rejection|exception/i);
      if (signal === 'SIGTERM') {
        measured['withPlugin'] = {
          ...{ signal, closeCode: sockets[0], stream: streams[0] },
          ...{ exitCode, exitsWithin: '1 s' },
        };
      }
    },
  );

  it('cuts off sockets and waits for the streams without the plugin', async () => {
    const sockets = await closeCodes(unguardedClients.sockets);
    expect(sockets).toEqual([1006, 1006]);
    // And they go on, each second.
    const [stream] = unguardedClients.streams;
    expect(await stream.take(4)).toHaveLength(4);
    expect(unguarded.process.exitCode).toBeNull();

    const [exit, streams] = await Promise.all([
      unguardedExit,
      endsOf(unguardedClients.streams),
    ]);
    measured['withoutPlugin'] = {
      ...{ signal: 'SIGTERM', closeCode: sockets[0], stream: streams[0] },
      exitCode: exit.exitCode,
      // Coarse, since a busy machine is late.
      exitsAfter: `${Math.round(exit.seconds / 5) * 5} s`,
    };
  });

  it('is ended by Vite in development', async () => {
    server = await startServer('development');
    clients = await connect(server);
    const [{ exitCode }, sockets, streams] = await Promise.all([
      stop(server, 'SIGTERM', 5_000),
      closeCodes(clients.sockets),
      endsOf(clients.streams),
    ]);
    measured['development'] = {
      ...{ signal: 'SIGTERM', closeCode: sockets[0], stream: streams[0] },
      ...{ exitCode, exitsWithin: '5 s' },
    };
    expect(sockets).toEqual([1006, 1006]);
    expect(streams).toEqual(['cut off', 'cut off']);
  });

  it('is as recorded', async () => {
    await expectEvidence('shutdown', { kind: 'facts', ...measured });
  });
});

type Clients = Awaited<ReturnType<typeof connect>>;

/** Two sockets that have had an echo, and two streams that have begun. */
async function connect({ url }: AppServer) {
  const wire = new Wire(url);
  const sockets = [
    await wire.connect('Ada', '/api/ws/echo'),
    await wire.connect('Grace', '/api/ws/echo'),
  ];
  for (const socket of sockets) {
    socket.send('Hello');
    await socket.next();
  }
  const streams = [
    await openEventStream(`${url}/api/sse`),
    await openEventStream(`${url}/api/sse`),
  ];
  for (const stream of streams) {
    await stream.next();
  }
  return { wire, sockets, streams };
}

interface Exit {
  readonly exitCode: unknown;
  /** How long it took. */
  readonly seconds: number;
}

/**
 * Sends a signal and waits until the server is gone.
 *
 * @throws when it still runs after so many milliseconds
 */
async function stop(
  { process }: AppServer,
  name: NodeJS.Signals,
  milliseconds: number,
): Promise<Exit> {
  const start = performance.now();
  const signal = AbortSignal.timeout(milliseconds);
  const exit = once(process, 'exit', { signal });
  process.kill(name);
  const codes: unknown[] = await exit;
  return { exitCode: codes[0], seconds: (performance.now() - start) / 1000 };
}

async function closeCodes(sockets: readonly WireClient[]) {
  const frames = await Promise.all(sockets.map((socket) => socket.next()));
  return frames.map((frame) =>
    frame.opcode === 'close' ? frame.code : frame.payload,
  );
}

/** Reads each stream to its end: `ended` by the server, or cut off. */
function endsOf(streams: readonly EventStreamReader[]): Promise<string[]> {
  return Promise.all(
    streams.map(async (stream) => {
      try {
        for (;;) await stream.next();
      } catch (error) {
        return String(error).includes('ended the stream') ? 'ended' : 'cut off';
      }
    }),
  );
}
