import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '#server-before';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppPage } from './support/app-page';
import { launchBrowser } from './support/browser';
import { askChat } from './support/chat-outcome';
import { openEventSource } from './support/event-source';
import { expectEvidence } from './support/evidence';
import { type Mode, modes } from './support/server';
import { type ServerPair, startBoth } from './support/server-pair';
import { measureUrls, notesAt, socketAt, streamAt, urls } from './support/urls';

const root = fileURLToPath(new URL('..', import.meta.url));
const routes = join(root, 'dist/before/src/server/routes');

let before: ServerPair | undefined;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  before = await startBoth({}, startServer);
});
afterAll(async () => {
  // Restores the routes for a run without a new build.
  await rm(routes, { recursive: true, force: true });
  await cp(join(root, 'before/src/server/routes'), routes, { recursive: true });
  await Promise.all([before?.stop(), browser.close()]);
});

it('responds at the URLs of the old layout', async () => {
  await expectEvidence('before', {
    kind: 'routes',
    ...(await measureUrls(running(), {
      socket: 'src/server/routes/ws/chat.ts',
      stream: 'src/server/routes/sse.ts',
      streamWithApi: 'src/server/routes/sse.ts',
      notes: 'src/server/routes/notes.get.ts',
      notesWithApi: 'src/server/routes/notes.get.ts',
    })),
  });
});

it.each(modes)('works in a browser (%s)', async (mode) => {
  const app = await AppPage.open(browser, running()[mode].url);
  await app.useAll();
  expect(app.complaints).toEqual([]);
  await app.close();
});

it('has a stream that works in development and fails after the build', async () => {
  const development = await followStream('development');
  expect(development).toEqual({
    afterTenEvents: 'open',
    outcome: 'receives events',
    complaints: [],
  });
  const production = await followStream('production');
  const [message, ...others] = production.complaints;
  expect(production).toMatchObject({
    // Without a content type, Chromium waits for more data to guess it.
    afterTenEvents: 'connecting',
    outcome: 'gives up',
  });
  expect(message).toContain('MIME type');
  expect(others).toEqual([]);
  await expectEvidence('symptoms', {
    kind: 'facts',
    mimeType: {
      file: 'src/server/routes/sse.ts',
      url: urls.stream.new,
      development: { eventSource: development.outcome },
      production: {
        afterTenEvents: production.afterTenEvents,
        eventSource: production.outcome,
      },
      message,
    },
  });
});

it('needs a restart of the development server after the routes have moved', async () => {
  const { development } = running();
  const ask = () => notesAt(development, urls.notes.new);
  expect((await ask()).get.outcome).toBe('lists the notes');
  await rm(routes, { recursive: true });
  await cp(join(root, 'src/server/routes/api'), join(routes, 'api'), {
    recursive: true,
  });
  // Once the socket responds, the server has loaded the files.
  await expect
    .poll(
      async () => (await askChat(development.url, urls.socket.new)).websocket,
    )
    .toBe('answers');
  const measured = {
    socketWithApi: {
      url: urls.socket.new,
      development: await socketAt(development, urls.socket.new),
    },
    streamWithApi: {
      url: urls.stream.new,
      development: await streamAt(development, urls.stream.new),
    },
    notesWithApi: { url: urls.notes.new, development: await ask() },
  };
  expect(measured.streamWithApi.development.get.outcome).toBe('not found');
  expect(measured.notesWithApi.development.get.outcome).toBe('not found');
  await expectEvidence('without-restart', { kind: 'routes', ...measured });
});

/** Follows an EventSource at the development server's URL. */
async function followStream(mode: Mode) {
  const app = await AppPage.open(browser, running()[mode].url);
  await app.shows('feed-state', 'Live');
  const look = await openEventSource(app.page, urls.stream.new);
  // The page's own stream, at the right URL, shows how much was sent.
  const first = await app.tick();
  await expect.poll(() => app.tick()).toBeGreaterThanOrEqual(first + 10);
  const { state: afterTenEvents } = await look();
  await expect
    .poll(async () => {
      const { state, ids } = await look();
      return state === 'closed' || ids.length > 0;
    })
    .toBe(true);
  const { state } = await look();
  const { complaints } = app;
  await app.close();
  const outcome = state === 'closed' ? 'gives up' : 'receives events';
  return { afterTenEvents, outcome, complaints };
}

function running(): ServerPair {
  if (!before) throw new Error('The servers have not started.');
  return before;
}
