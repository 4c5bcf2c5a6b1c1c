import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { limits } from '../src/shared/limits';
import { expectEvidence } from './support/evidence.ts';
import {
  feedUrl,
  leave,
  listening,
  open,
  openStream,
  sendToAll,
} from './support/feed.ts';
import { onBoth } from './support/on-both.ts';

const mebibyte = 1024 * 1024;
/** More than all buffers of the system between two programs of one machine. */
const enough = 64 * mebibyte;
/** What waits on a server that has no limit, after that: the system took the rest. */
const kept = 16 * mebibyte;
const bytes = 64 * 1024;
const timesAtOnce = 4;

// What this file measures, for `evidence/slow-readers.json`.
const measured: Record<string, object> = {
  limit: { waiting: limits.waiting },
};

it('cuts off a socket that does not read, and no other', async () => {
  measured['socket'] = await onBoth(async (server) => {
    const slow = await open(server);
    const quick = await CountingReader.open(server);
    await expect.poll(() => countOf(server)).toBe(2);
    slow.pause();
    const closed = once(slow, 'close');

    const sent = await sendUntil(server, quick, async () => {
      return (await countOf(server)) === 1;
    });
    expect(sent).toBeGreaterThan(limits.waiting);
    expect(sent).toBeLessThan(enough);

    // It learns of it when it reads again, from the end of the connection.
    slow.resume();
    const [code] = (await closed) as [number];
    expect(quick.socket.readyState).toBe(WebSocket.OPEN);
    await quick.leave();
    return { slow: 'is cut off', code, others: 'get every message' };
  });
});

it('cuts off a stream that does not read, and no other', async () => {
  measured['stream'] = await onBoth(async (server) => {
    const slow = await openStream(server);
    const quick = await CountingReader.open(server);
    await expect.poll(() => countOf(server)).toBe(2);

    const sent = await sendUntil(server, quick, async () => {
      return (await countOf(server)) === 1;
    });
    expect(sent).toBeGreaterThan(limits.waiting);
    expect(sent).toBeLessThan(enough);

    await ended(slow);
    await quick.leave();
    return { slow: 'is cut off', others: 'get every message' };
  });
});

it('keeps everything for a slow reader without the limit', async () => {
  measured['withoutLimit'] = await onBoth(async (server) => {
    const socket = await open(server, '/api/probes/unlimited');
    socket.pause();
    const stream = await openStream(server, '/api/probes/unlimited-stream');
    const quick = await CountingReader.open(server, '/api/probes/unlimited');
    await expect.poll(() => unlimitedOf(server)).toHaveLength(3);

    await sendUntil(server, quick, () => Promise.resolve(false), false);
    const waiting = await unlimitedOf(server);
    const [most, second, least] = waiting.toSorted((a, b) => b - a);
    expect(second).toBeGreaterThan(kept);
    expect(most).toBeLessThanOrEqual(enough * 1.1);
    expect(least).toBe(0);

    socket.terminate();
    stream.destroy();
    await quick.leave();
    return {
      sent: `${enough / mebibyte} MiB`,
      waitingForEach: `more than ${kept / mebibyte} MiB`,
      slow: 'stays connected',
    };
  });
});

it('is as recorded', async () => {
  await expectEvidence('slow-readers', { kind: 'facts', ...measured });
});

/**
 * Sends to all, no faster than one who reads takes it, until something has
 * happened or `enough` is sent.
 *
 * @returns the bytes that were sent
 */
async function sendUntil(
  server: string,
  quick: CountingReader,
  hasHappened: () => Promise<boolean>,
  limited = true,
): Promise<number> {
  let sent = 0;
  while (sent < enough && !(await hasHappened())) {
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

/** Reads a stream to its end, whichever that is. */
function ended(stream: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    // `once` of Node would take the error of an end that was cut off for its own.
    stream.once('close', resolve);
    stream.resume();
  });
}

/** A client that reads all, and counts it. */
class CountingReader {
  #taken = 0;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      // The welcome is not one of those that are counted.
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
