import { once } from 'node:events';
import { startServer as startWithoutPlugins } from '#server-without-plugins';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Apps } from '../support/guarded-apps';
import { expectEvidence } from '../support/evidence';
import {
  type EventStreamReader,
  openEventStream,
} from '../support/event-stream';
import { type AppServer, startServer } from '../support/server';
import { Wire, type WireClient } from '../support/wire';

// Measured values for `evidence/shutdown.json`.
const measured: Record<string, object> = {};

/** Tests how servers stop, and what clients receive; the last test stops the shared development server. */
export function shutdown(running: () => Apps): void {
  describe('with two sockets and two streams open, the server', () => {
    let server: AppServer;
    let clients: Clients;
    let unguarded: AppServer;
    let unguardedClients: Clients;
    let unguardedExit: Promise<Exit>;

    // Starts the long wait early; other tests run meanwhile.
    beforeAll(async () => {
      unguarded = await startWithoutPlugins('production');
      unguardedClients = await connect(unguarded);
      unguardedExit = stop(unguarded, 'SIGTERM');
      // The test that awaits it reports a failure.
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

    it.each(['SIGTERM', 'SIGINT'] as const)(
      'closes its connections and exits within 1 s of %s',
      async (signal) => {
        // The fastest of five, since a busy machine delays some of them.
        for (let seconds = Infinity, left = 5; seconds > 1; left -= 1) {
          expect(left, 'exits later than after 1 s').toBeGreaterThan(0);
          server = await startServer('production');
          clients = await connect(server);
          const [exit, sockets, streams] = await Promise.all([
            stop(server, signal),
            closeCodes(clients.sockets),
            endsOf(clients.streams),
          ]);
          const { exitCode } = exit;
          expect(exitCode).toBe(0);
          expect(sockets).toEqual([1001, 1001]);
          expect(streams).toEqual(['ended', 'ended']);
          // No errors during the shutdown.
          expect(server.output()).not.toMatch(/error|rejection|exception/i);
          if (signal === 'SIGTERM') {
            measured['withPlugin'] = {
              ...{ signal, closeCode: sockets[0], stream: streams[0] },
              ...{ exitCode, exitsWithin: '1 s' },
            };
          }
          seconds = exit.seconds;
        }
      },
    );

    it('drops sockets and waits for streams without the plugin', async () => {
      const sockets = await closeCodes(unguardedClients.sockets);
      expect(sockets).toEqual([1006, 1006]);
      // The streams continue every second.
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
        // Timers are never early, but late on a busy machine.
        exitsAfter: `${Math.floor(exit.seconds / 5) * 5} s`,
      };
    });

    it('is stopped by Vite in development', async () => {
      server = running().guarded.development;
      clients = await connect(server);
      const [{ exitCode }, sockets, streams] = await Promise.all([
        stop(server, 'SIGTERM'),
        closeCodes(clients.sockets),
        endsOf(clients.streams),
      ]);
      measured['development'] = {
        ...{ signal: 'SIGTERM', closeCode: sockets[0], stream: streams[0] },
        exitCode,
      };
      expect(sockets).toEqual([1006, 1006]);
      expect(streams).toEqual(['cut off', 'cut off']);
    });

    it('matches the evidence', async () => {
      await expectEvidence('shutdown', { kind: 'facts', ...measured });
    });
  });
}

type Clients = Awaited<ReturnType<typeof connect>>;

/** Opens two sockets with an echo, and two streams that have started. */
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
  /** Duration. */
  readonly seconds: number;
}

/**
 * Sends a signal and waits for the exit.
 *
 * @throws after two minutes
 */
async function stop(
  { process }: AppServer,
  name: NodeJS.Signals,
): Promise<Exit> {
  const start = performance.now();
  const signal = AbortSignal.timeout(120_000);
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

/** Reads each stream to its end: `ended` by the server, or dropped. */
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
