import { once } from 'node:events';
import { startServer as startWithoutPlugins } from '#server-without-plugins';
import { afterEach, describe, expect, it } from 'vitest';
import { expectEvidence } from './support/evidence.ts';
import {
  type EventStreamReader,
  openEventStream,
} from './support/event-stream.ts';
import { type AppServer, startServer } from './support/server.ts';
import { Wire, type WireClient } from './support/wire.ts';

// What this file measures, for `evidence/shutdown.json`.
const measured: Record<string, object> = {};
let server: AppServer;
let wire: Wire;

describe('with two sockets and two streams open, the server', () => {
  afterEach(async () => {
    wire.end();
    await server.stop();
  });

  // Again on a machine that was busy with something else for that second.
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says goodbye and exits within 1 s of %s',
    { retry: 2 },
    async (signal) => {
      server = await startServer('production');
      const clients = await connect(server);
      server.process.kill(signal);
      const [exitCode, sockets, streams] = await Promise.all([
        exitOf(server, 1_000),
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
    server = await startWithoutPlugins('production');
    const clients = await connect(server);
    server.process.kill('SIGTERM');
    await expect(exitOf(server, 5_000)).rejects.toThrow('aborted');
    const sockets = await closeCodes(clients.sockets);
    const [stream] = clients.streams;
    expect(sockets).toEqual([1006, 1006]);
    // And it goes on sending.
    expect(await stream.take(4)).toHaveLength(4);
    measured['withoutPlugin'] = {
      ...{ signal: 'SIGTERM', closeCode: sockets[0], stream: 'goes on' },
      stillRunningAfter: '5 s',
    };
  });

  it('is as recorded', async () => {
    await expectEvidence('shutdown', { kind: 'facts', ...measured });
  });
});

/** Two sockets that have had an echo, and two streams that have begun. */
async function connect({ url }: AppServer) {
  wire = new Wire(url);
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
  return { sockets, streams };
}

/**
 * The code with which the server exits.
 *
 * @throws when it still runs after so many milliseconds
 */
async function exitOf(
  { process }: AppServer,
  milliseconds: number,
): Promise<unknown> {
  const signal = AbortSignal.timeout(milliseconds);
  const codes: unknown[] = await once(process, 'exit', { signal });
  return codes[0];
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
