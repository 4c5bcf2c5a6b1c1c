import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  it,
  vi,
} from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { consoleOf, frameErrors } from './support/page-console.ts';
import { HmrSocket, rawUpgrade } from './support/dev-sockets.ts';
import { expectEvidence } from './support/evidence.ts';
import { chatUrl, Room } from './support/room.ts';
import { type AppServer, startServer } from './support/server.ts';
import {
  routeThatAnswers,
  routeWithBadManners,
  temporarySocket,
  temporaryText,
} from './support/temporary-routes.ts';

// A busy machine takes its time for the first page.
const patience = 60_000;
const polling = { timeout: patience, interval: 100 };
vi.setConfig({ testTimeout: 4 * patience });
// What this file measures, for `evidence/dev-server.json`.
const measured: Record<string, object> = {};

const withoutPlugin = ['--config', 'tests/unprotected.vite.config.ts'];

describe('the dev server', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  // When Nitro handles these itself, vite/keep-dev-server-alive.ts can go.
  describe('without the plugin', () => {
    let server: AppServer;

    afterEach(() => server.stop());

    it('exits on one lost connection', async () => {
      server = await startServer('development', {}, withoutPlugin);
      // One that is still busy writes before it reads that nobody is there, and says so in other words.
      const get = () => fetch(new URL(chatUrl, server.url));
      await expect.poll(get, polling).toMatchObject({ status: 426 });
      const exit = exitOf(server);
      const socket = await rawUpgrade(server);
      socket.resetAndDestroy();
      const exitCode = await exit;
      const lastWords = /^Error: .+$/m.exec(server.output())?.[0];
      measured['withoutPlugin'] = { exitCode, lastWords };
      expect(exitCode).toBe(1);
      expect(lastWords).toMatch(/ECONNRESET/);
    });

    it('breaks the HMR socket of a page, and exits', async () => {
      server = await startServer('development', {}, withoutPlugin);
      const page = await browser.newPage();
      const console = consoleOf(page);
      const broken = () => frameErrors(console());
      await page.goto(server.url).catch(() => undefined);
      await expect.poll(() => broken().length, polling).toBeGreaterThan(0);
      // The page reloads by itself as well, and each time can be the last one.
      while (server.process.exitCode === null) {
        await page.reload().catch(() => undefined);
      }
      const { exitCode } = server.process;
      measured['pageWithoutPlugin'] = { console: broken()[0], exitCode };
      expect(exitCode).toBe(1);
      await page.close();
    });
  });

  describe('with it', () => {
    let server: AppServer;

    beforeAll(async () => {
      server = await startServer('development');
    });
    afterAll(async () => {
      await server.stop();
      // Not before: the server would begin anew in the middle of a test.
      for (const { file } of [temporarySocket, temporaryText]) {
        await rm(file, { force: true });
      }
    });

    it('survives pages, lost connections and refused upgrades', async () => {
      let survived = 0;
      while (survived < 5) {
        const socket = await rawUpgrade(server);
        socket.resetAndDestroy();
        survived++;
        await vi.waitFor(
          () => expect(timesLost(server)).toBe(survived),
          10_000,
        );
      }

      const page = await browser.newPage();
      const console = consoleOf(page);
      await page.goto(server.url, { timeout: patience });
      await expect.poll(console, polling).toContain('[vite] connected.');
      await hasState(page, 'Connected');
      expect(frameErrors(console())).toEqual([]);
      // As a tab that is closed while its socket is open.
      await page.close();
      measured['withPlugin'] = { survived, hmr: 'connected' };

      const room = new Room(server.url);
      const origin = 'https://evil.example';
      expect(await room.wire.refusal(chatUrl, { origin })).toBe(403);

      const hmr = new HmrSocket(server);
      expect(await hmr.firstFrame()).toBe('{"type":"connected"}');

      const ada = await room.enter('Ada');
      ada.send('ping');
      let answer = await ada.next();
      // That the tab has left can come late.
      if ('payload' in answer && answer.payload.startsWith('{"type":"left"')) {
        answer = await ada.next();
      }
      expect(answer).toMatchObject({ payload: 'pong' });
      room.wire.end();

      // Had Nitro answered this one too, it would have by now, and broken it.
      expect(await hmr.end()).toEqual([]);
      expect(server.process.exitCode).toBeNull();
    });

    it('gives a hook that throws no answer, and all routes the same topics', async () => {
      await writeFile(temporarySocket.file, routeWithBadManners(chatUrl));
      const get = () => answerAt(temporarySocket.url);
      await expect.poll(get, polling).toMatchObject({ status: 426 });
      const room = new Room(server.url);
      const ada = await room.enter('Ada');
      const other = await room.wire.connect('other', temporarySocket.url);

      other.send('throw');
      await expect
        .poll(() => server.output(), polling)
        .toContain('A hook has failed');
      other.send('Are you there?');
      const heard = await other.next();
      expect(heard).toMatchObject({ payload: 'Are you there?' });
      measured['hookThatThrows'] = {
        ...{ client: 'hears nothing', socket: 'stays open' },
        log: /\[\w+\] Error: A hook has failed/.exec(server.output())?.[0],
      };

      other.send('publish');
      const published = await ada.next();
      expect(published).toMatchObject({ payload: 'From another route' });
      measured['topicOfAnotherRoute'] = { publish: 'arrives' };
      room.wire.end();
    });

    it('serves a new route and an edited one without a restart', async () => {
      const room = new Room(server.url);
      const ask = () => answerAt(temporaryText.url);
      expect(await ask()).toMatchObject({ status: 404 });
      await writeFile(temporaryText.file, routeThatAnswers('first'));
      await expect.poll(ask, polling).toMatchObject({ text: 'first' });
      measured['newRoute'] = { status: (await ask()).status };

      const page = await browser.newPage();
      await page.goto(server.url, { timeout: patience });
      await hasState(page, 'Connected');
      const ada = await room.enter('Ada');
      const states = await statesOf(page);
      await writeFile(temporaryText.file, routeThatAnswers('second'));
      const end = await ada.next();
      // The same page: one that is loaded anew has lost no connection.
      await expect
        .poll(() => states.jsonValue(), polling)
        .toContain('Connection lost. Trying again…');
      expect(end).toMatchObject({ opcode: 'close', code: 1006 });
      await expect.poll(ask, polling).toMatchObject({ text: 'second' });
      await hasState(page, 'Connected');
      measured['edit'] = {
        closeCode: end.opcode === 'close' && end.code,
        client: 'reconnects',
      };
      await page.close();
      room.wire.end();
    });

    async function answerAt(path: string) {
      const url = new URL(path, server.url);
      // A request that meets the restart of the routes may never be answered.
      const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
      return { status: response.status, text: await response.text() };
    }
  });

  it('is as recorded', async () => {
    await expectEvidence('dev-server', { kind: 'facts', ...measured });
  });
});

/** The code with which the server exits by itself. */
async function exitOf({ process }: AppServer): Promise<unknown> {
  const signal = AbortSignal.timeout(patience);
  const codes: unknown[] = await once(process, 'exit', { signal });
  return codes[0];
}

async function hasState(page: Page, text: string): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: text })
    .waitFor({ timeout: patience });
}

/** Every state that the page has from now on: one of them may pass in a moment. */
async function statesOf(page: Page) {
  return page.evaluateHandle(() => {
    const states: string[] = [];
    new MutationObserver(() => {
      const status = document.querySelector('[role=status]');
      states.push(status?.textContent.trim() ?? '');
    }).observe(document.body, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    return states;
  });
}

function timesLost(server: AppServer): number {
  return server.output().split(`WebSocket ${chatUrl} was lost`).length - 1;
}
