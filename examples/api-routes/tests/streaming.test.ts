import { once } from 'node:events';
import { createReadStream, type ReadStream, truncateSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createApp, eventHandler, toNodeListener } from 'h3';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sendChunks } from '../src/server/download';
import { expectEvidence } from './support/evidence';

const megabytes = 64;
const size = megabytes * 1024 * 1024;
// Measured values for `evidence/streaming.json`.
const measured: Record<string, object> = {};

let folder: string;
let path: string;
let stop: () => void;
let address: string;
/** The stream with which the last request reads the file. */
let reading: ReadStream | undefined;
const open: Paused[] = [];

/** A response of which the client reads only the headers. */
interface Paused {
  readonly answer: IncomingMessage;
  readonly reading: ReadStream;
}

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
afterEach(() => {
  for (const { answer, reading } of open.splice(0)) {
    answer.destroy();
    reading.destroy();
  }
});
afterAll(async () => {
  stop();
  await rm(folder, { recursive: true });
});

/** Requests the file, and reads only the headers. */
async function paused(way: string): Promise<Paused> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}/${way}`, resolve).on('error', reject);
  });
  answer.on('error', () => undefined);
  if (!reading) throw new Error(`${way} does not read the file.`);
  const request = { answer, reading };
  open.push(request);
  return request;
}

it.each([
  { way: 'send-chunks', reads: 'a part of it', leaves: 'closed' },
  { way: 'node-stream', reads: 'a part of it', leaves: 'left open' },
  { way: 'web-stream', reads: 'the whole file', leaves: 'closed' },
])('$way reads $reads, and the file is $leaves', async (expected) => {
  const { way } = expected;
  const own = await paused(way);
  // A partial read has stopped once a later request has read everything.
  const whole = way === 'web-stream' ? own : await paused('web-stream');
  await expect.poll(() => whole.reading.bytesRead).toBe(size);
  const { bytesRead } = own.reading;
  const reads = bytesRead < size / 2 ? 'a part of it' : 'the whole file';

  // Files that are still open after a later request stay open.
  const later = await paused('send-chunks');
  own.answer.destroy();
  later.answer.destroy();
  const closing = expected.leaves === 'closed' ? own : later;
  await expect.poll(() => closing.reading.closed).toBe(true);
  const leaves = own.reading.closed ? 'closed' : 'left open';
  expect({ way, reads, leaves }).toEqual(expected);
  measured[way] = { slowReader: reads, clientLeaves: leaves };
});

it('sends the whole file to a client that reads it', async () => {
  const answer = await fetch(`${address}/send-chunks`);
  expect((await answer.arrayBuffer()).byteLength).toBe(size);
});

it('matches the evidence', async () => {
  await expectEvidence('streaming', { kind: 'facts', megabytes, ...measured });
});
