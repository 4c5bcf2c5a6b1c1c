import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import book from '../../src/server/routes/api/logbook/index.get';
import stream from '../../src/server/routes/api/logbook/stream.get';
import socket from '../../src/server/routes/api/ws/logbook';
import { expectEvidence } from '../support/evidence';
import { openEventStream } from '../support/event-stream';
import { type InProcessServer, serve } from '../support/in-process';
import {
  fromNowOn,
  nobodyReads,
  readOn,
  socketUrl,
  streamUrl,
} from '../support/logbook';
import { oneComesBack, twoWrite } from '../support/scenarios';
import { Wire } from '../support/wire';

let server: InProcessServer;
let wire: Wire;

beforeAll(async () => {
  server = await serve({
    '/api/logbook': book,
    [streamUrl]: stream,
    [socketUrl]: socket,
  });
});
afterEach(async () => {
  wire.end();
  await nobodyReads(server.url);
});
afterAll(() => server.stop());

// #region scenarios
it('does what the development server and the production server did', async () => {
  wire = new Wire(server.url);
  await expectEvidence('notes', await twoWrite(wire));
});

it('lets one come back as they did', async () => {
  wire = new Wire(server.url);
  await expectEvidence('resumed', await oneComesBack(wire));
});
// #endregion scenarios

// #region stream
it('streams what is written over a socket, and stops when the reader leaves', async () => {
  wire = new Wire(server.url);
  const start = await fromNowOn(server.url);
  const reader = await openEventStream(server.url + streamUrl + start);
  expect((await reader.next()).data).toContain('"alive"');
  const ada = await readOn(wire, 'Ada', start);
  ada.send('{"id":"streamed-1","text":"One"}');
  expect((await reader.next()).data).toContain('"One"');
  reader.leave();
});
// #endregion stream
