import { startServer as startBefore } from '#server-before';
import { startServer as startMoved } from '#server-moved';
import type { Browser } from 'playwright-core';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
} from 'vitest';
import { AppPage } from './support/app-page';
import { launchBrowser } from './support/browser';
import { expectEvidence } from './support/evidence';
import { type AppServer, startServer } from './support/server';
import { notesAt, socketAt, streamAt, urls } from './support/urls';

let browser: Browser;
let server: AppServer;
let tab: AppPage;
// Measured values for `evidence/old-tab.json`.
const measured: Record<string, object> = {};

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe('a tab opened before the move', () => {
  beforeEach(async () => {
    server = await startBefore('production');
    tab = await AppPage.open(browser, server.url);
    await tab.useAll();
  });
  afterEach(async () => {
    await tab.close();
    await server.stop();
  });

  it('keeps working if the old URLs do', async () => {
    const tick = await tab.tick();
    await replaceBy(startServer);
    await tab.say('Hello again');
    await expect.poll(() => tab.tick()).toBeGreaterThan(tick);
    await tab.note('Bread');
    measured['keptAlive'] = {
      socket: 'goes on',
      stream: 'goes on',
      notes: 'go on',
    };
  });

  it("loses its socket and stream if the old URLs don't work", async () => {
    const tick = await tab.tick();
    await replaceBy(startMoved);
    await tab.shows('chat-state', 'Open');
    await tab.shows('feed-state', 'Ended');
    await tab.note('Bread');
    // The server has responded since, but not to the socket, and has sent no event.
    await tab.shows('chat-state', 'Open');
    expect(await tab.tick()).toBeGreaterThanOrEqual(tick);
    await expectEvidence('moved', {
      kind: 'routes',
      socket: {
        url: urls.socket.old,
        production: await socketAt(server, urls.socket.old),
      },
      stream: {
        url: urls.stream.old,
        production: await streamAt(server, urls.stream.old),
      },
      notes: {
        url: urls.notes.old,
        production: await notesAt(server, urls.notes.old),
      },
    });
    const message = tab.complaints.find((text) => text.includes('MIME type'));
    expect(message).toBeDefined();
    measured['notKeptAlive'] = {
      socket: 'opens and stays silent',
      stream: 'gives up',
      message,
      notes: 'go on',
    };
  });
});

it('matches the evidence', async () => {
  await expectEvidence('old-tab', { kind: 'facts', ...measured });
});

/** Stops the server, and starts another on the same port. */
async function replaceBy(start: typeof startServer): Promise<void> {
  await server.stop();
  server = await start('production', { PORT: new URL(server.url).port });
}
