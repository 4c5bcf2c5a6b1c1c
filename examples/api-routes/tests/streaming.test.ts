import { once } from 'node:events';
import { createReadStream, type ReadStream, truncateSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createApp, eventHandler, toNodeListener } from 'h3';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sendChunks } from '../src/server/download.ts';
import { expectEvidence } from './support/evidence.ts';

const megabytes = 64;
const size = megabytes * 1024 * 1024;
// What this file measures, for `evidence/streaming.json`.
const measured: Record<string, object> = {};

let folder: string;
let path: string;
let stop: () => void;
let address: string;
/** What the last request reads the file with. */
let reading: ReadStream | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'streaming-'));
  path = join(folder, 'file');
  await writeFile(path, '');
  truncateSync(path, size);

  const app = createApp()
    .use(
      '/send-chunks',
      eventHandler((event) => {
        reading = createReadStream(path);
        return sendChunks(event, reading);
      }),
    )
    .use(
      '/node-stream',
      eventHandler(() => {
        reading = createReadStream(path);
        return reading;
      }),
    )
    .use(
      '/web-stream',
      eventHandler(() => {
        reading = createReadStream(path);
        return Readable.toWeb(reading);
      }),
    );
  const server = createServer(toNodeListener(app)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : undefined;
  address = `http://127.0.0.1:${String(port)}`;
  stop = () => {
    server.close();
    server.closeAllConnections();
  };
});
afterAll(async () => {
  stop();
  reading?.destroy();
  await rm(folder, { recursive: true });
});

/** Asks for the file, and takes nothing of it but the headers. */
async function paused(way: string): Promise<IncomingMessage> {
  reading = undefined;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}/${way}`, resolve).on('error', reject);
  });
  answer.on('error', () => undefined);
  return answer;
}
const read = () => reading?.bytesRead ?? 0;

it.each([
  { way: 'send-chunks', reads: 'a part of it', leaves: 'closed' },
  { way: 'node-stream', reads: 'a part of it', leaves: 'left open' },
  { way: 'web-stream', reads: 'the whole file', leaves: 'closed' },
])('$way reads $reads, and the file is $leaves', async (expected) => {
  const { way } = expected;
  const answer = await paused(way);
  // It has read all there is, or reads no more.
  let before = -1;
  await vi.waitUntil(
    () => {
      const still = read() === before && before > 0;
      before = read();
      return still;
    },
    { interval: 300, timeout: 20_000 },
  );
  const reads = read() < size / 2 ? 'a part of it' : 'the whole file';

  answer.destroy();
  const closed = await vi
    .waitUntil(() => reading?.closed, { timeout: 3000 })
    .then(
      () => true,
      () => false,
    );
  const leaves = closed ? 'closed' : 'left open';
  expect({ way, reads, leaves }).toEqual(expected);
  measured[way] = { slowReader: reads, clientLeaves: leaves };
});

it('sends the whole file to who takes it', async () => {
  const answer = await fetch(`${address}/send-chunks`);
  expect((await answer.arrayBuffer()).byteLength).toBe(size);
});

it('is as recorded', async () => {
  await expectEvidence('streaming', { kind: 'facts', megabytes, ...measured });
});
