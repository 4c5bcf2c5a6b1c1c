import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { limits } from '../src/shared/feed-limits';
import { expectEvidence } from './support/evidence';
import {
  feedUrl,
  leave,
  listening,
  open,
  openStream,
  sendToAll,
} from './support/feed';
import { onBoth } from './support/on-both';

const mebibyte = 1024 * 1024;
/** Bytes that a server without the limit buffers for each slow reader. */
const kept = 16 * mebibyte;
/** More than the system's buffers: by default, Linux buffers up to 36 MiB per connection, and development has two. */
const tooMuch = 1024 * mebibyte;
const bytes = 64 * 1024;
const timesAtOnce = 4;

// Measured values for `evidence/slow-readers.json`.
const measured: Record<string, object> = {
  limit: { waiting: limits.waiting },
};

it("disconnects only the socket that doesn't read", async () => {
  measured['socket'] = await onBoth(async (server) => {
    const slow = await open(server);
    const quick = await CountingReader.open(server);
    await expect.poll(() => countOf(server)).toBe(2);
    slow.pause();
    const closed = once(slow, 'close');

    const isCutOff = async () => (await countOf(server)) === 1;
    const sent = await sendUntil(server, quick, isCutOff, { slow });
    expect(sent).toBeGreaterThan(limits.waiting);

    // Reading again, it reaches the end of the connection.
    slow.resume();
    const [code] = (await closed) as [number];
    expect(quick.socket.readyState).toBe(WebSocket.OPEN);
    await quick.leave();
    return { slow: 'is cut off', code, others: 'get every message' };
  });
});

it("disconnects only the stream that doesn't read", async () => {
  measured['stream'] = await onBoth(async (server) => {
    const slow = await openStream(server);
    const quick = await CountingReader.open(server);
    await expect.poll(() => countOf(server)).toBe(2);

    const isCutOff = async () => (await countOf(server)) === 1;
    const sent = await sendUntil(server, quick, isCutOff);
    expect(sent).toBeGreaterThan(limits.waiting);

    await ended(slow);
    await quick.leave();
    return { slow: 'is cut off', others: 'get every message' };
  });
});

it('buffers everything for a slow reader without the limit', async () => {
  measured['withoutLimit'] = await onBoth(async (server) => {
    const socket = await open(server, '/api/probes/unlimited');
    socket.pause();
    const stream = await openStream(server, '/api/probes/unlimited-stream');
    const quick = await CountingReader.open(server, '/api/probes/unlimited');
    await expect.poll(() => unlimitedOf(server)).toHaveLength(3);

    const held = async () =>
      (await unlimitedOf(server)).filter((waiting) => waiting > kept);
    const bothHold = async () => (await held()).length === 2;
    await sendUntil(server, quick, bothHold, { slow: socket, limited: false });
    // The server may be notified later that the quick reader has read everything.
    await expect.poll(() => unlimitedOf(server)).toContain(0);
    expect(await held()).toHaveLength(2);

    socket.terminate();
    stream.destroy();
    await quick.leave();
    return {
      waitingForEach: `more than ${kept / mebibyte} MiB`,
      slow: 'stays connected',
    };
  });
});

it('matches the evidence', async () => {
  await expectEvidence('slow-readers', { kind: 'facts', ...measured });
});

/**
 * Broadcasts at the speed of the quick reader until a condition is met. The slow socket reads no pings, so it sends unsolicited
 * pongs; otherwise, the heartbeat could disconnect it first.
 *
 * @returns the number of bytes
 * @throws if `tooMuch` is sent before
 */
async function sendUntil(
  server: string,
  quick: CountingReader,
  isReached: () => Promise<boolean>,
  { slow, limited = true }: { slow?: WebSocket; limited?: boolean } = {},
): Promise<number> {
  let sent = 0;
  while (!(await isReached())) {
    if (sent >= tooMuch) throw new Error(`Not reached after ${sent} bytes.`);
    if (slow?.readyState === WebSocket.OPEN) slow.pong();
    await sendToAll(server, { bytes, times: timesAtOnce, limited });
    sent += bytes * timesAtOnce;
    await quick.hasTaken(sent);
  }
  return sent;
}

async function countOf(server: string): Promise<number> {
  return (await listening(server)).limited;
}

async function unlimitedOf(server: string): Promise<readonly number[]> {
  return (await listening(server)).waiting;
}

/** Reads a stream to its end, with or without an error. */
function ended(stream: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    // Node's `once` would reject with the error of an aborted stream.
    stream.once('close', resolve);
    stream.resume();
  });
}

/** A client that reads everything and counts it. */
class CountingReader {
  #taken = 0;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      // The welcome doesn't count.
      if (data.length === bytes) this.#taken += data.length;
    });
  }

  static async open(server: string, path = feedUrl): Promise<CountingReader> {
    return new CountingReader(await open(server, path));
  }

  async hasTaken(sent: number): Promise<void> {
    const signal = AbortSignal.timeout(180_000);
    while (this.#taken < sent) await once(this.socket, 'message', { signal });
  }

  leave(): Promise<void> {
    return leave(this.socket);
  }
}
