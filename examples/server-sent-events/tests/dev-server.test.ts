import { rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type EventStreamReader,
  openEventStream,
} from './support/event-stream.ts';
import { type AppServer, startServer } from './support/server.ts';

const route = new URL(
  '../src/server/routes/api/temporary.get.ts',
  import.meta.url,
);

const polling = { timeout: 30_000, interval: 100 };

let server: AppServer;
beforeAll(async () => {
  server = await startServer('development');
});
afterAll(async () => {
  await server.stop();
  await rm(route, { force: true });
});

test('an edit of the routes ends a stream, and a new one begins anew', async () => {
  const url = `${server.url}/api/sse`;
  const reader = await openEventStream(url);
  await reader.take(2);
  await writeFile(
    route,
    `import { defineEventHandler } from 'h3';
export default defineEventHandler(() => 'here');
`,
  );
  await expect(readAll(reader)).rejects.toThrow();

  // The count begins at 1 again, since the server's memory is a new one.
  await expect.poll(() => firstText(url), polling).toContain('"count":1,');

  const evidence = {
    kind: 'facts',
    edit: { stream: 'ends', memory: 'begins anew' },
  };
  await expect(`${JSON.stringify(evidence, null, 2)}\n`).toMatchFileSnapshot(
    '../evidence/dev-server.json',
  );
});

async function readAll(reader: EventStreamReader): Promise<void> {
  for (;;) await reader.next();
}

/** What a new stream begins with, as it goes over the wire. */
async function firstText(url: string): Promise<string> {
  // A request that meets the restart of the routes may never be answered.
  const signal = AbortSignal.timeout(3_000);
  const response = await fetch(url, { signal });
  const { value } = (await response.body?.getReader().read()) ?? {};
  return new TextDecoder().decode(value);
}
