import { afterEach, describe, expect, inject, it } from 'vitest';
import { limits } from '../../src/shared/logbook-event';
import { expectEvidence } from '../support/evidence';
import {
  type EventStreamReader,
  openEventStream,
} from '../support/event-stream';
import {
  bookOf,
  fromNowOn,
  nobodyReads,
  readOn,
  socketUrl,
  streamUrl,
} from '../support/logbook';
import { onBoth } from '../support/on-both';
import { oneComesBack, twoWrite } from '../support/scenarios';
import { Wire } from '../support/wire';

const modes = ['development', 'production'] as const;
const wires: Wire[] = [];
const streams: EventStreamReader[] = [];

/** Tests what the server sends to readers and writers. */
export function logbook(): void {
  describe('the logbook', () => {
    afterEach(async () => {
      for (const wire of wires.splice(0)) wire.end();
      for (const stream of streams.splice(0)) stream.leave();
      for (const mode of modes) await nobodyReads(inject(mode));
    });

    it.each(modes)('two clients write on the %s server', async (mode) => {
      const wire = connectTo(inject(mode));
      await expectEvidence('notes', await twoWrite(wire));
    });

    it.each(modes)('a client resumes on the %s server', async (mode) => {
      const wire = connectTo(inject(mode));
      await expectEvidence('resumed', await oneComesBack(wire));
    });

    it.each(modes)('a stream of the %s server resumes', async (mode) => {
      const server = inject(mode);
      const wire = connectTo(server);
      const start = await fromNowOn(server);
      const ada = await readOn(wire, 'Ada', start);
      const first = await openStream(server + streamUrl + start);
      const before = await first.take(1);
      ada.send('{"id":"streamed-1","text":"One"}');
      before.push(...(await first.take(1)));
      first.leave();
      ada.send('{"id":"streamed-2","text":"Two"}');
      await ada.next();
      await ada.next();

      const cursor = before.at(-1)?.id ?? '';
      const headers = { 'last-event-id': cursor };
      const resumed = await openStream(server + streamUrl, headers);
      const after = await resumed.take(2);
      // The same for a new EventSource.
      const byQuery = await openStream(`${server}${streamUrl}?after=${cursor}`);
      expect(await byQuery.take(2)).toEqual(after);
      // The header is newer.
      const both = await openStream(
        `${server}${streamUrl}?after=nothing`,
        headers,
      );
      expect(await both.take(2)).toEqual(after);

      const names = [cursor, after[0]?.id ?? ''];
      const named = (value: object) =>
        names.reduce(
          (json, name, index) => json.replaceAll(name, `<cursor-${index + 1}>`),
          JSON.stringify(value),
        );
      const connections: unknown = JSON.parse(
        named([
          connection(first, {}, before),
          connection(resumed, headers, after),
        ]),
      );
      await expectEvidence('stream', {
        kind: 'event-stream',
        url: streamUrl,
        connections,
      });
    });

    it('starts over for a client with an unknown cursor', async () => {
      const unknownPlace = await onBoth(async (server) => {
        const wire = connectTo(server);
        const writer = await readOn(wire, 'writer', await fromNowOn(server));
        writer.send(`{"id":"known-${Date.now()}","text":"Known"}`);
        await writer.next();
        const lost = await wire.connect(
          'lost',
          `${socketUrl}?after=00000000-7`,
        );
        const frame = await lost.next();
        const stream = await openStream(
          `${server}${streamUrl}?after=00000000-7`,
        );
        const event = await stream.next();
        const payload = 'payload' in frame ? frame.payload : '';
        expect(event.data).toBe(payload);
        return { firstEvent: /"type":"(\w+)"/.exec(payload)?.[1] };
      });
      await expectEvidence('resuming', { kind: 'facts', unknownPlace });
    });

    it('accepts pages of its origin, up to its limit', async () => {
      const measured = await onBoth(async (server) => {
        const wire = connectTo(server);
        const origin = 'https://elsewhere.example';
        const otherOrigin = await wire.refusal(socketUrl, { origin });
        const start = await fromNowOn(server);
        await Promise.all(
          Array.from({ length: limits.readers }, (_, index) =>
            readOn(wire, `reader ${index}`, start),
          ),
        );
        const oneMoreSocket = await wire.refusal(socketUrl, {});
        const { status: oneMoreStream } = await fetch(server + streamUrl);
        const readers = (await bookOf(server)).readers.now;
        return { otherOrigin, readers, oneMoreSocket, oneMoreStream };
      });
      await expectEvidence('limits', { kind: 'facts', ...measured });
    });

    it('both servers have the same routes', async () => {
      const socket = await onBoth(async (server) => {
        await readOn(connectTo(server), 'Ada', await fromNowOn(server));
        const { status } = await fetch(server + socketUrl);
        return { websocket: 'answers', get: { status } };
      });
      const stream = await onBoth(async (server) => {
        const reader = await openStream(server + streamUrl);
        const type = reader.headers.get('content-type');
        return { get: { status: reader.status, 'content-type': type } };
      });
      const book = await onBoth(async (server) => {
        const response = await fetch(`${server}/api/logbook`);
        const { status, headers } = response;
        const body: unknown = await response.json();
        expect(body).toHaveProperty('readers.now');
        return { get: { status, 'content-type': headers.get('content-type') } };
      });
      const api = 'src/server/routes/api';
      await expectEvidence('routes', {
        kind: 'routes',
        socket: { file: `${api}/ws/logbook.ts`, url: socketUrl, ...socket },
        stream: {
          file: `${api}/logbook/stream.get.ts`,
          url: streamUrl,
          ...stream,
        },
        book: {
          file: `${api}/logbook/index.get.ts`,
          url: '/api/logbook',
          ...book,
        },
      });
    });
  });
}

function connectTo(server: string): Wire {
  const wire = new Wire(server);
  wires.push(wire);
  return wire;
}

async function openStream(
  url: string,
  headers: Record<string, string> = {},
): Promise<EventStreamReader> {
  const reader = await openEventStream(url, headers);
  streams.push(reader);
  return reader;
}

function connection(
  { status, headers }: EventStreamReader,
  requestHeaders: Record<string, string>,
  events: readonly object[],
) {
  const type = headers.get('content-type');
  return {
    request: { headers: requestHeaders },
    response: { status, headers: { 'content-type': type } },
    events,
    end: 'client leaves',
  };
}
