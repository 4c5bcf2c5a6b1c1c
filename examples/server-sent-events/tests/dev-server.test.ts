import { rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type EventStreamReader,
  openEventStream,
} from './support/event-stream';
import { expectEvidence } from './support/evidence';
import { type AppServer, startServer } from './support/server';

const route = new URL(
  '../src/server/routes/api/temporary.get.ts',
  import.meta.url,
);

let server: AppServer;
beforeAll(async () => {
  server = await startServer('development');
});
afterAll(async () => {
  await server.stop();
  await rm(route, { force: true });
});

test('an edit of the routes closes a stream, and a new one starts over', async () => {
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

  // The count starts at 1 again, since the server's memory is new.
  await expect.poll(() => firstText(url)).toContain('"count":1,');

  const evidence = {
    kind: 'facts',
    edit: { stream: 'ends', memory: 'begins anew' },
  };
  await expectEvidence('dev-server', evidence);
});

async function readAll(reader: EventStreamReader): Promise<void> {
  for (;;) await reader.next();
}

/** Returns the beginning of a new stream in its wire format. */
async function firstText(url: string): Promise<string> {
  // A request during a reload of the routes may never get a response.
  const signal = AbortSignal.timeout(3_000);
  const response = await fetch(url, { signal });
  const { value } = (await response.body?.getReader().read()) ?? {};
  return new TextDecoder().decode(value);
}
