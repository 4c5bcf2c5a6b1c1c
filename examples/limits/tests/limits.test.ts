import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { tooManyMessages } from '../src/shared/feed-event';
import { limits } from '../src/shared/feed-limits';
import { expectEvidence } from './support/evidence';
import {
  admission,
  feedUrl,
  knock,
  leave,
  listening,
  open,
  openStream,
  streamUrl,
} from './support/feed';
import { onBoth } from './support/on-both';
import { type RecordedFrame, Wire } from './support/wire';

// Measured values for `evidence/limits.json`.
const measured: Record<string, object> = {};
let sockets: WebSocket[] = [];

afterEach(async () => {
  await Promise.all(sockets.map(leave));
  sockets = [];
});

it('closes the socket of a message that is too large', async () => {
  measured['payload'] = await onBoth(async (server) => {
    const largest = 64 * 1024;
    const socket = await welcomed(server);
    const answered = once(socket, 'message');
    socket.send('x'.repeat(largest));
    expect(textOf(await answered)).toContain('A message looks like');

    const closed = once(socket, 'close');
    socket.send('x'.repeat(largest + 1));
    const [code] = (await closed) as [number];
    return { largest, above: { code } };
  });
});

it('accepts a burst, warns once, and closes the socket if it continues', async () => {
  measured['rate'] = await onBoth(async (server) => {
    const [ada, bob] = [await welcomed(server), await welcomed(server)];
    const toBob: string[] = [];
    bob.on('message', (data: Buffer) => toBob.push(data.toString()));
    const toAda: string[] = [];
    ada.on('message', (data: Buffer) => toAda.push(data.toString()));

    const began = performance.now();
    const closed = once(ada, 'close');
    const sent = 500;
    for (let number = 1; number <= sent; number++) {
      ada.send(`{"text":"${number}"}`);
    }
    const [code, reason] = (await closed) as [number, Buffer];
    const seconds = (performance.now() - began) / 1_000;
    expect(code).toBe(tooManyMessages);

    // Ada's excess messages were dropped; Bob's message arrives.
    bob.send('{"text":"Peace at last"}');
    await expect.poll(() => toBob.at(-1)).toContain('Peace at last');
    const passed = toBob.length - 1;
    expect(passed).toBeGreaterThanOrEqual(limits.burst);
    const refilled = (seconds * 1_000) / limits.refill;
    expect(passed).toBeLessThanOrEqual(limits.burst + Math.ceil(refilled));
    const told = toAda.filter((text) => text.includes('Slow down')).length;
    // Once, and again after each accepted message.
    expect(told).toBeGreaterThanOrEqual(1);
    expect(told).toBeLessThanOrEqual(1 + passed - limits.burst);
    return {
      ...{ burst: limits.burst, closes: { code, reason: reason.toString() } },
      otherPeers: 'go on',
    };
  });
});

it('responds to a burst that is too long', async () => {
  await onBoth(async (server) => {
    const frames = await framesOfABurst(server);
    await expectEvidence('rate', { kind: 'websocket', url: feedUrl, frames });
  });
});

it('rejects sockets and streams above the limit', async () => {
  measured['capacity'] = await onBoth(async (server) => {
    await expect.poll(() => countOf(server)).toBe(0);
    const capacity = 50;
    const stream = await openStream(server);
    for (let count = 2; count <= capacity; count++) await welcomed(server);
    const socket = await admission(knock(server));
    expect(socket).toEqual({ socket: 'refused', status: 503 });
    const { status } = await fetch(server + streamUrl);
    expect(status).toBe(503);

    stream.destroy();
    await expect.poll(() => countOf(server)).toBe(capacity - 1);
    await welcomed(server);
    await Promise.all(sockets.map(leave));
    await expect.poll(() => countOf(server)).toBe(0);
    return { capacity, socket, stream: { status } };
  });
});

it('rejects pages of other origins', async () => {
  measured['otherOrigin'] = await onBoth(async (server) => {
    const origin = 'https://elsewhere.example';
    const outcome = await admission(knock(server, feedUrl, { origin }));
    expect(outcome).toEqual({ socket: 'refused', status: 403 });
    const own = await open(server, feedUrl, { origin: server });
    sockets.push(own);
    return outcome;
  });
});

it('matches the evidence', async () => {
  await expectEvidence('limits', { kind: 'facts', ...measured });
});

/** Returns the frames of a burst; retries on a slow machine, where a token was added in the meantime. */
async function framesOfABurst(server: string): Promise<RecordedFrame[]> {
  for (;;) {
    const wire = new Wire(server);
    const ada = await wire.connect('Ada', feedUrl);
    await ada.next();
    const began = performance.now();
    for (let number = 1; number <= limits.burst + 2; number++) {
      ada.send(`{"text":"${number}"}`);
    }
    for (let received = 0; received <= limits.burst; received++) {
      await ada.next();
    }
    const took = performance.now() - began;
    const { Ada: untaken } = await wire.untaken();
    wire.end();
    if (took < limits.refill) {
      expect(untaken).toEqual([]);
      return wire.transcript();
    }
  }
}

async function countOf(server: string): Promise<number> {
  return (await listening(server)).limited;
}

/** Opens a socket and takes its welcome. */
async function welcomed(server: string): Promise<WebSocket> {
  const socket = knock(server);
  sockets.push(socket);
  expect(textOf(await once(socket, 'message'))).toBe('{"type":"welcome"}');
  return socket;
}

function textOf([data]: unknown[]): string {
  return data instanceof Buffer ? data.toString() : '';
}
