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
import { HmrSocket, rawUpgrade } from './support/dev-sockets.ts';
import { expectEvidence } from './support/evidence.ts';
import { chatUrl, Room } from './support/room.ts';
import { type AppServer, startServer } from './support/server.ts';

const polling = { timeout: 30_000, interval: 100 };
const temporaryRoute = new URL(
  '../src/server/routes/api/temporary.get.ts',
  import.meta.url,
);
const routeThatAnswers = (text: string) => `
import { defineEventHandler } from 'h3';
export default defineEventHandler(() => '${text}');
`;

// What this file measures, for `evidence/dev-server.json`.
const measured: Record<string, object> = {};

const withoutPlugin = ['--config', 'tests/unprotected.vite.config.ts'];

describe('the dev server', () => {
  let browser: Browser;
  let server: AppServer;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => server.stop());
  afterAll(() => browser.close());

  // When Nitro handles these itself, vite/keep-dev-server-alive.ts can go.
  it('exits on one lost connection without the plugin', async () => {
    server = await startServer('development', {}, withoutPlugin);
    const exit = exitOf(server);
    const socket = await rawUpgrade(server);
    socket.resetAndDestroy();
    const exitCode = await exit;
    const lastWords = /^Error: .+$/m.exec(server.output())?.[0];
    measured['withoutPlugin'] = { exitCode, lastWords };
    expect(exitCode).toBe(1);
    expect(lastWords).toMatch(/ECONNRESET/);
  });

  it('breaks the HMR socket of a page without the plugin, and exits', async () => {
    server = await startServer('development', {}, withoutPlugin);
    const exit = exitOf(server);
    const page = await browser.newPage();
    const broken = frameErrors(page);
    // The page reloads again and again, until the server is gone.
    await page.goto(server.url).catch(() => undefined);
    await expect.poll(() => broken.length, polling).toBeGreaterThan(0);
    const exitCode = await exit;
    measured['pageWithoutPlugin'] = { console: broken[0], exitCode };
    expect(exitCode).toBe(1);
    await page.close();
  });

  it('survives pages, lost connections and refused upgrades with it', async () => {
    server = await startServer('development');
    const page = await browser.newPage();
    const broken = frameErrors(page);
    const ready = page.waitForEvent(
      'console',
      (message) => message.text() === '[vite] connected.',
    );
    await page.goto(server.url);
    await ready;
    await hasState(page, 'Connected');
    expect(broken).toEqual([]);
    // As a tab that is closed while its socket is open.
    await page.close();

    let survived = 0;
    while (survived < 5) {
      const socket = await rawUpgrade(server);
      socket.resetAndDestroy();
      survived++;
      await vi.waitFor(() => expect(timesLost(server)).toBe(survived), 10_000);
    }
    measured['withPlugin'] = { survived, hmr: 'connected' };

    const room = new Room(server.url);
    const origin = 'https://evil.example';
    expect(await room.wire.refusal(chatUrl, { origin })).toBe(403);

    const hmr = new HmrSocket(server);
    expect(await hmr.firstFrame()).toBe('{"type":"connected"}');

    const ada = await room.enter('Ada');
    ada.send('ping');
    expect(await ada.next()).toMatchObject({ payload: 'pong' });
    room.wire.end();

    // Had Nitro answered this one too, it would have by now, and broken it.
    expect(await hmr.end()).toEqual([]);
    expect(server.process.exitCode).toBeNull();
  });

  it('serves a new route and an edited one without a restart', async () => {
    server = await startServer('development');
    const room = new Room(server.url);
    const ask = async () => {
      const url = new URL('/api/temporary', server.url);
      // A request that meets the restart of the routes may never be answered.
      const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
      return { status: response.status, text: await response.text() };
    };
    await expect.poll(ask, polling).toMatchObject({ status: 404 });

    try {
      await writeFile(temporaryRoute, routeThatAnswers('first'));
      await expect.poll(ask, polling).toMatchObject({ text: 'first' });
      measured['newRoute'] = { status: (await ask()).status };

      const page = await browser.newPage();
      await page.goto(server.url);
      await hasState(page, 'Connected');
      const ada = await room.enter('Ada');
      await writeFile(temporaryRoute, routeThatAnswers('second'));
      const end = await ada.next();
      expect(end).toMatchObject({ opcode: 'close', code: 1006 });
      await expect.poll(ask, polling).toMatchObject({ text: 'second' });
      // The same page: one that is loaded anew has lost no connection.
      await hasState(page, 'Connection lost. Trying again…');
      await hasState(page, 'Connected');
      measured['edit'] = {
        closeCode: end.opcode === 'close' && end.code,
        client: 'reconnects',
      };
      await page.close();
    } finally {
      await rm(temporaryRoute, { force: true });
      room.wire.end();
    }
  });

  it('is as recorded', async () => {
    await expectEvidence('dev-server', { kind: 'facts', ...measured });
  });
});

/** The code with which the server exits by itself. */
async function exitOf({ process }: AppServer): Promise<unknown> {
  const signal = AbortSignal.timeout(60_000);
  const codes: unknown[] = await once(process, 'exit', { signal });
  return codes[0];
}

/** What the console says of broken frames, without what differs between runs. */
function frameErrors(page: Page): string[] {
  const texts: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Invalid frame header')) {
      const text = message.text().replace(/(?<=127\.0\.0\.1:)\d+/, '<port>');
      texts.push(text.replace(/(?<=token=)[\w-]+/, '<token>'));
    }
  });
  return texts;
}

async function hasState(page: Page, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).waitFor();
}

function timesLost(server: AppServer): number {
  return server.output().split(`WebSocket ${chatUrl} was lost`).length - 1;
}
