import { once } from 'node:events';
import { createServer } from 'node:http';
import { createApp, eventHandler, toNodeListener } from 'h3';
import { expect, it } from 'vitest';
import {
  closeEventStreams,
  openEventStream,
} from '../src/server/event-streams';
import {
  type EventStreamReader,
  openEventStream as request,
} from './support/event-stream';

it('closes open streams, and accepts no new ones', async () => {
  const app = createApp().use(
    eventHandler((event) => {
      const stream = openEventStream(event);
      void stream.push('first');
      return stream.send();
    }),
  );
  const server = createServer(toNodeListener(app)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const url = `http://127.0.0.1:${String(port)}`;

  const streams: EventStreamReader[] = [await request(url), await request(url)];
  for (const stream of streams) {
    expect(await stream.next()).toEqual({ data: 'first' });
  }
  streams[1]?.leave();

  await closeEventStreams();
  await expect(streams[0]?.next()).rejects.toThrow('ended the stream');
  expect((await fetch(url)).status).toBe(503);
  server.close();
});
