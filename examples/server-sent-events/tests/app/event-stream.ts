import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type EventStreamReader,
  type StreamEvent,
  openEventStream,
} from '../support/event-stream.ts';
import { recordConnection } from '../support/record.ts';
import type { AppServer } from '../support/server.ts';
import { counts, health, idOf, idle, tickData } from '../support/tick.ts';

const url = '/api/sse';
/** As many as the route lets in. */
const maxReaders = 100;
/** As many as the server keeps for those who come back. */
const keptTicks = 60;

/** What a reader of the stream gets from a server. */
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

    test('resumes where a reader left off: nothing missed, nothing repeated', async ({
      expect,
    }) => {
      const first = await connect();
      const before = await first.take(3);
      const stayed = await connect();
      first.leave();
      // The one who stays sees what is sent meanwhile, and keeps it going.
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
      await expect(
        `${JSON.stringify(evidence, null, 2)}\n`,
      ).toMatchFileSnapshot('../evidence/stream.json');
    });

    test('sends an event at once, then one each second', async () => {
      // A busy machine answers late: what a plain request takes, this may too.
      const start = Date.now();
      await health(server);
      const asked = Date.now();
      const reader = await connect();
      const events = [await reader.next()];
      expect(Date.now() - asked).toBeLessThan(900 + (asked - start));
      events.push(...(await reader.take(3)));

      const [first = 0] = counts(events);
      expect(counts(events)).toEqual([first, first + 1, first + 2, first + 3]);
      expect(new Set(events.map(idOf)).size).toBe(4);
      expect(events.map(({ retry }) => retry)).toEqual(Array(4).fill(2000));

      // Average over three, since a busy machine delivers one late.
      const [from = 0, , , to = 0] = events.map((event) =>
        Date.parse(tickData(event).time),
      );
      expect((to - from) / 3).toBeGreaterThan(900);
      expect((to - from) / 3).toBeLessThan(1500);
    });

    test('sends headers that keep browsers and proxies from holding it back', async () => {
      const { status, headers } = await connect();
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/event-stream');
      expect(headers.get('cache-control')).toContain('no-cache');
      expect(headers.get('cache-control')).toContain('no-transform');
      expect(headers.get('x-accel-buffering')).toBe('no');
      expect(headers.get('content-encoding')).toBeNull();
    });

    test('clears the timer when the last reader leaves', async () => {
      expect(await health(server)).toEqual({ readers: 0, timers: 0 });

      const [first, second] = [await connect(), await connect()];
      await Promise.all([first.next(), second.next()]);
      expect(await health(server)).toEqual({ readers: 2, timers: 1 });

      first.leave();
      await vi.waitFor(
        async () => {
          expect(await health(server)).toEqual({ readers: 1, timers: 1 });
        },
        { timeout: 5000 },
      );
      second.leave();
      await idle(server);

      // The next reader starts it again, and the ids go on from there.
      const third = await connect();
      await third.next();
      expect(await health(server)).toEqual({ readers: 1, timers: 1 });
    });

    test('goes on with the next id for a lone reader that comes back', async () => {
      const reader = await connect();
      const before = await reader.next();
      reader.leave();
      await idle(server);

      const resumed = await connect({ 'last-event-id': idOf(before) });
      const [last = 0] = counts([before]);
      expect(counts(await resumed.take(2))).toEqual([last + 1, last + 2]);
    });

    test('takes the id from the query too, and prefers the header', async () => {
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
    ])('says so when the id is %s, and sends what it has', async (_, id) => {
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
    });

    test('forgets the oldest events, and says so to a reader that asks for them', async () => {
      // Each lone reader is sent a tick at once, so no minute has to pass.
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

    test(`lets ${maxReaders} readers in on one timer, and answers 503 to one more`, async ({
      expect,
    }) => {
      const readers = await Promise.all(
        Array.from({ length: maxReaders }, () => connect()),
      );
      const firsts = await Promise.all(readers.map((reader) => reader.next()));
      expect(await health(server)).toEqual({ readers: maxReaders, timers: 1 });

      // What comes after the last of them joined, all of them are sent alike.
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
      await expect(`${JSON.stringify(limit, null, 2)}\n`).toMatchFileSnapshot(
        '../evidence/limit.json',
      );

      for (const reader of readers) reader.leave();
      await idle(server);
      const next = await connect();
      expect(next.status).toBe(200);
      await next.next();
    });

    test('logs no error', () => {
      expect(server.output()).not.toMatch(/error|rejection|exception/i);
    });
  });
}

/** Reads up to and with the tick of this count. */
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
