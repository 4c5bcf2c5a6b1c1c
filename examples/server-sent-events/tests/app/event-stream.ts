import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type EventStreamReader,
  type StreamEvent,
  openEventStream,
} from '../support/event-stream';
import { expectEvidence } from '../support/evidence';
import { recordConnection } from '../support/record';
import type { AppServer } from '../support/server';
import { counts, health, idOf, idle, serves, tickData } from '../support/tick';

const url = '/api/sse';
/** The route's limit. */
const maxReaders = 100;
/** Number of events that the server keeps for reconnects. */
const keptTicks = 60;

/** Tests what a reader of the stream receives. */
export function eventStream(running: () => AppServer): void {
  describe('the event stream', () => {
    let server: AppServer;
    const open: EventStreamReader[] = [];

    async function connect(
      headers: Record<string, string> = {},
      query = '',
    ): Promise<EventStreamReader> {
      const reader = await openEventStream(server.url + url + query, headers);
      open.push(reader);
      return reader;
    }

    beforeAll(() => {
      server = running();
    });
    afterEach(async () => {
      for (const reader of open.splice(0)) reader.leave();
      await idle(server);
    });

    test('resumes where a reader left off: no event is missing or repeated', async ({
      expect,
    }) => {
      const first = await connect();
      const before = await first.take(3);
      const stayed = await connect();
      first.leave();
      // The remaining reader receives the events in between, and keeps the stream active.
      const meanwhile = await stayed.take(3);

      const lastId = idOf(before.at(-1));
      const resumed = await connect({ 'last-event-id': lastId });
      const after = await resumed.take(3);

      const [last = 0] = counts(before.slice(-1));
      expect(counts(meanwhile)).toEqual([last, last + 1, last + 2]);
      expect(counts(after)).toEqual([last + 1, last + 2, last + 3]);
      expect(after.slice(0, 2)).toEqual(meanwhile.slice(1));

      const record = recordConnection();
      const evidence = {
        kind: 'event-stream',
        url,
        connections: [
          record(first, {}, before),
          record(resumed, { 'last-event-id': lastId }, after),
        ],
      };
      await expectEvidence('stream', evidence, expect);
    });

    test('sends the first event immediately, then one per second', async () => {
      // The fastest of ten lone readers, since a busy machine delays some of them.
      const waits: number[] = [];
      for (let count = 0; count < 10; count += 1) {
        await idle(server);
        const asked = Date.now();
        const passing = await connect();
        await passing.next();
        waits.push(Date.now() - asked);
        passing.leave();
      }
      expect(Math.min(...waits)).toBeLessThan(900);

      const reader = await connect();
      const events = await reader.take(4);

      const [first = 0] = counts(events);
      expect(counts(events)).toEqual([first, first + 1, first + 2, first + 3]);
      expect(new Set(events.map(idOf)).size).toBe(4);
      expect(events.map(({ retry }) => retry)).toEqual(Array(4).fill(2000));

      // The shortest interval, since a busy machine sends some late.
      const times = events.map((event) => Date.parse(tickData(event).time));
      const shortest = Math.min(
        ...times.slice(1).map((time, index) => time - (times[index] ?? 0)),
      );
      expect(shortest).toBeGreaterThan(900);
      expect(shortest).toBeLessThan(1500);
    });

    test('sends headers that prevent buffering by browsers and proxies', async () => {
      const { status, headers } = await connect();
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/event-stream');
      expect(headers.get('cache-control')).toContain('no-cache');
      expect(headers.get('cache-control')).toContain('no-transform');
      expect(headers.get('x-accel-buffering')).toBe('no');
      expect(headers.get('content-encoding')).toBeNull();
    });

    test('clears the timer when the last reader disconnects', async () => {
      expect(await health(server)).toEqual({ readers: 0, timers: 0 });

      const [first, second] = [await connect(), await connect()];
      await Promise.all([first.next(), second.next()]);
      expect(await health(server)).toEqual({ readers: 2, timers: 1 });

      first.leave();
      await serves(server, { readers: 1, timers: 1 });
      second.leave();
      await idle(server);

      // The next reader restarts it, and the ids continue.
      const third = await connect();
      await third.next();
      expect(await health(server)).toEqual({ readers: 1, timers: 1 });
    });

    test('continues with the next id for a lone reader that reconnects', async () => {
      const reader = await connect();
      const before = await reader.next();
      reader.leave();
      await idle(server);

      const resumed = await connect({ 'last-event-id': idOf(before) });
      const [last = 0] = counts([before]);
      expect(counts(await resumed.take(2))).toEqual([last + 1, last + 2]);
    });

    test('accepts the id in the query, too, and prefers the header', async () => {
      const reader = await connect();
      const [one, two] = (await reader.take(2)).map(idOf);
      if (!one || !two) throw new Error('The stream gave no two ids.');
      const [next] = counts([await reader.next()]);

      const byQuery = await connect({}, `?lastEventId=${two}`);
      expect(counts([await byQuery.next()])).toEqual([next]);

      // An EventSource that was opened with the query sends the newer header.
      const both = await connect(
        { 'last-event-id': two },
        `?lastEventId=${one}`,
      );
      expect(counts([await both.next()])).toEqual([next]);
    });

    test.each([
      ['garbage', '💥 {}'],
      ['of another run', '00000000-1'],
      ['of no run', '3'],
      ['very long', '9'.repeat(4000)],
    ])(
      'reports an id that is %s, and sends all stored events',
      async (_, id) => {
        const reader = await connect();
        const newest = await reader.next();

        const header = { 'last-event-id': Buffer.from(id).toString('latin1') };
        const lost = await connect(header);
        const [reset, ...kept] = await readUntil(lost, tickData(newest).count);
        expect(reset).toEqual({
          event: 'reset',
          retry: 2000,
          data: 'unknown Last-Event-ID',
        });
        expect(kept.at(-1)).toEqual(newest);
        expect(counts(kept)).toEqual(
          kept.map(
            (_, index) => tickData(newest).count - kept.length + 1 + index,
          ),
        );
      },
    );

    test('drops the oldest events, and reports this to a reader that requests them', async () => {
      // Each lone reader receives a tick immediately, so the test needs no minute.
      const reader = await connect();
      const oldest = await reader.next();
      reader.leave();
      for (let sent = 0; sent < keptTicks; sent += 1) {
        await idle(server);
        const passing = await connect();
        await passing.next();
        passing.leave();
      }
      await idle(server);

      const lost = await connect({ 'last-event-id': idOf(oldest) });
      expect((await lost.next()).event).toBe('reset');
      const kept = await lost.take(keptTicks);
      const [last = 0] = counts(kept.slice(-1));
      expect(counts(kept)).toEqual(
        Array.from(
          { length: keptTicks },
          (_, index) => last - keptTicks + 1 + index,
        ),
      );
    });

    test(`accepts ${maxReaders} readers with one timer, and sends 503 to another`, async ({
      expect,
    }) => {
      const readers = await Promise.all(
        Array.from({ length: maxReaders }, () => connect()),
      );
      const firsts = await Promise.all(readers.map((reader) => reader.next()));
      expect(await health(server)).toEqual({ readers: maxReaders, timers: 1 });

      // From the last reader on, all receive the same.
      const count = Math.max(...counts(firsts)) + 1;
      const reads = await Promise.all(
        readers.map((reader) => readUntil(reader, count)),
      );
      expect(new Set(reads.map((events) => idOf(events.at(-1)))).size).toBe(1);

      const refused = await fetch(server.url + url);
      expect(refused.status).toBe(503);
      expect(refused.statusText).toBe('Too many readers');
      await refused.body?.cancel();
      const limit = {
        kind: 'facts',
        readers: readers.length,
        oneMore: {
          status: refused.status,
          'content-type': refused.headers.get('content-type'),
        },
      };
      await expectEvidence('limit', limit, expect);

      for (const reader of readers) reader.leave();
      await idle(server);
      const next = await connect();
      expect(next.status).toBe(200);
      await next.next();
    });

    test('logs no errors', () => {
      expect(server.output()).not.toMatch(/error|rejection|exception/i);
    });
  });
}

/** Reads up to and including the tick with a count. */
async function readUntil(
  reader: EventStreamReader,
  count: number,
): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for (;;) {
    const event = await reader.next();
    events.push(event);
    if (event.event === undefined && tickData(event).count >= count) {
      return events;
    }
  }
}
