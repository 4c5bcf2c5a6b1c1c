import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import WebSocket from 'ws';
import { AppPage } from './support/app-page';
import { launchBrowser } from './support/browser';
import { expectEvidence } from './support/evidence';
import { exchange } from './support/exchange';
import { posting } from './support/http-outcome';
import { modes } from './support/server';
import { askBoth, type ServerPair, startBoth } from './support/server-pair';
import { measureUrls, urls } from './support/urls';

let after: ServerPair | undefined;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  after = await startBoth({});
});
afterAll(async () => {
  await Promise.all([after?.stop(), browser.close()]);
});

// First, before there are notes.
it('keeps notes as recorded', async () => {
  const { development, production } = await askBoth(
    running(),
    async ({ url }) => ({
      empty: await exchange(url, urls.notes.new),
      added: await exchange(url, urls.notes.new, posting('Buy milk')),
      list: await exchange(url, urls.notes.new),
    }),
  );
  expect(development).toEqual(production);
  await expectEvidence('notes', { kind: 'http', exchanges: production });
});

it('responds at the new URLs, and at the old ones through aliases and redirects', async () => {
  await expectEvidence('after', {
    kind: 'routes',
    ...(await measureUrls(running(), {
      socket: 'src/server/routes/ws/chat.ts',
      socketWithApi: 'src/server/routes/api/ws/chat.ts',
      stream: 'src/server/routes/sse.ts',
      streamWithApi: 'src/server/routes/api/sse.ts',
      notes: 'vite.config.ts',
      notesWithApi: 'src/server/routes/api/notes.get.ts',
    })),
  });
});

it.each(modes)('works in a browser (%s)', async (mode) => {
  const app = await AppPage.open(browser, running()[mode].url);
  await app.useAll();
  expect(app.complaints).toEqual([]);
  await app.close();
});

it('responds to a client at the old URL of the chat', async () => {
  const said = 'From an old client';
  const { development, production } = await askBoth(
    running(),
    async ({ url }) => {
      const old = new WebSocket(url.replace('http', 'ws') + urls.socket.old);
      const frames: object[] = [];
      const heard = (payload: string, from: 'client' | 'server') =>
        frames.push({ client: 'Ada', from, opcode: 'text', payload });
      old.on('message', (data: Buffer, isBinary) => {
        expect(isBinary).toBe(false);
        heard(data.toString(), 'server');
      });
      await expect.poll(() => frames).toHaveLength(1);
      heard(said, 'client');
      old.send(said);
      await expect.poll(() => frames).toHaveLength(3);
      old.close();
      return { url: urls.socket.old, frames };
    },
  );
  expect(development).toEqual(production);
  await expectEvidence('old-chat', { kind: 'websocket', ...production });
});

it('has a single chat for old and new clients', async () => {
  const chat = await askBoth(running(), async ({ url }) => {
    const app = await AppPage.open(browser, url);
    await app.shows('chat-state', 'Connected');
    const old = new WebSocket(url.replace('http', 'ws') + urls.socket.old);
    const heard: string[] = [];
    old.on('message', (data: Buffer) => heard.push(data.toString()));
    await expect.poll(() => heard).toEqual(['Welcome']);
    old.send('From an old client');
    await app.hears('From an old client');
    await app.say('From a new client');
    await expect.poll(() => heard).toContain('From a new client');
    old.close();
    await app.close();
    return { oldAndNew: 'hear each other' };
  });
  await expectEvidence('one-chat', { kind: 'facts', ...chat });
});

function running(): ServerPair {
  if (!after) throw new Error('The servers have not started.');
  return after;
}
