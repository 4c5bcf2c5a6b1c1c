import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser';
import { consoleOf, frameErrors } from '../support/page-console';
import { HmrSocket, rawUpgrade } from '../support/dev-sockets';
import { expectEvidence } from '../support/evidence';
import { chatUrl, Room } from '../support/room';
import { type AppServer, startServer } from '../support/server';
import type { ServerPair } from '../support/server-pair';
import {
  routeThatAnswers,
  routeWithBadManners,
  temporarySocket,
  temporaryText,
} from '../support/temporary-routes';

// A busy machine needs long for the first page.
const patience = 60_000;
const polling = { timeout: patience, interval: 100 };
// Measured values for `evidence/dev-server.json`.
const measured: Record<string, object> = {};

const unprotected = ['--config', 'tests/unprotected.vite.config.ts'];
/** The server prints one of these, depending on what it does when the connection is lost. */
const crashes = [
  'Error: read ECONNRESET',
  'Error: write ECONNRESET',
  'Error: write EPIPE',
];

/** Tests how an unprotected dev server exits. If Nitro handles these errors itself, delete vite/keep-dev-server-alive.ts. */
export function withoutPlugin(): void {
  describe('the dev server without the plugin', () => {
    let browser: Browser;
    let server: AppServer;

    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser.close());

    afterEach(() => server.stop());

    it('exits after one lost connection', async () => {
      server = await startServer('development', {}, unprotected);
      const get = () => fetch(new URL(chatUrl, server.url));
      await expect.poll(get, polling).toMatchObject({ status: 426 });
      const exit = exitOf(server);
      const socket = await rawUpgrade(server);
      socket.resetAndDestroy();
      const exitCode = await exit;
      const error = /^Error: .+$/m.exec(server.output())?.[0];
      expect(exitCode).toBe(1);
      expect(crashes).toContain(error);
      measured['withoutPlugin'] = { exitCode, oneOf: crashes.join('\n') };
    });

    it('breaks the HMR socket of a page, and exits', async () => {
      server = await startServer('development', {}, unprotected);
      const page = await browser.newPage();
      const console = consoleOf(page);
      const broken = () => frameErrors(console());
      await page.goto(server.url).catch(() => undefined);
      await expect.poll(() => broken().length, polling).toBeGreaterThan(0);
      const connectionLost = () =>
        console().find((line) => line.includes('Polling for restart'));
      await expect.poll(connectionLost, polling).toBeDefined();
      // The page also reloads itself; each reload may be the last.
      while (server.process.exitCode === null) {
        await page.reload().catch(() => undefined);
      }
      const { exitCode } = server.process;
      measured['pageWithoutPlugin'] = {
        ...{ console: broken()[0], connectionLost: connectionLost() },
        exitCode,
      };
      expect(exitCode).toBe(1);
      await page.close();
    });
  });
}

/** Tests the app's dev server. */
export function withPlugin(running: () => ServerPair): void {
  describe('the dev server with the plugin', () => {
    let browser: Browser;
    let server: AppServer;

    beforeAll(async () => {
      browser = await launchBrowser();
      server = running().development;
    });
    afterAll(async () => {
      await browser.close();
      // Not earlier, since the server would restart during a test.
      for (const { file } of [temporarySocket, temporaryText]) {
        await rm(file, { force: true });
      }
    });

    it('survives pages, lost connections and refused upgrades', async () => {
      const lostBefore = timesLost(server);
      let survived = 0;
      while (survived < 5) {
        const socket = await rawUpgrade(server);
        socket.resetAndDestroy();
        survived++;
        await expect
          .poll(() => timesLost(server), polling)
          .toBe(lostBefore + survived);
      }

      const page = await browser.newPage();
      const console = consoleOf(page);
      await page.goto(server.url);
      await expect.poll(console, polling).toContain('[vite] connected.');
      await hasState(page, 'Connected');
      expect(frameErrors(console())).toEqual([]);
      // Like a tab that is closed while its socket is open.
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
      // The notification about the closed tab may be late.
      if ('payload' in answer && answer.payload.startsWith('{"type":"left"')) {
        answer = await ada.next();
      }
      expect(answer).toMatchObject({ payload: 'pong' });
      room.wire.end();

      // A second response by Nitro would have broken it by now.
      expect(await hmr.end()).toEqual([]);
      expect(server.process.exitCode).toBeNull();
    });

    it('a hook that throws sends no response, and routes share topics', async () => {
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

    it('serves new and edited routes without a restart', async () => {
      const room = new Room(server.url);
      const ask = () => answerAt(temporaryText.url);
      expect(await ask()).toMatchObject({ status: 404 });
      await writeFile(temporaryText.file, routeThatAnswers('first'));
      await expect.poll(ask, polling).toMatchObject({ text: 'first' });
      measured['newRoute'] = { status: (await ask()).status };

      const page = await browser.newPage();
      await page.goto(server.url);
      await hasState(page, 'Connected');
      const ada = await room.enter('Ada');
      const states = await statesOf(page);
      await writeFile(temporaryText.file, routeThatAnswers('second'));
      const end = await ada.next();
      // The same page, since a reloaded one has lost no connection.
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
      // A request during a reload of the routes may never get a response.
      const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
      return { status: response.status, text: await response.text() };
    }
  });

  it('matches the evidence', async () => {
    await expectEvidence('dev-server', { kind: 'facts', ...measured });
  });
}

/** Returns the exit code of the server. */
async function exitOf({ process }: AppServer): Promise<unknown> {
  const signal = AbortSignal.timeout(patience);
  const codes: unknown[] = await once(process, 'exit', { signal });
  return codes[0];
}

async function hasState(page: Page, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).waitFor();
}

/** Records all states of the page from now on, including short ones. */
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
