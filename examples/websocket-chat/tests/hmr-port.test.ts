import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './support/browser';
import { rawUpgrade } from './support/dev-sockets';
import { expectEvidence } from './support/evidence';
import { consoleOf, frameErrors } from './support/page-console';
import { chatUrl } from './support/room';
import { type AppServer, startServer } from './support/server';
import { unusedPort } from './support/unused-port';

// A busy machine needs long for the first page.
const polling = { timeout: 60_000, interval: 100 };
// Measured values for `evidence/hmr-port.json`.
const measured: Record<string, object> = {};

describe('a dev server with a separate HMR port', () => {
  let browser: Browser;
  let server: AppServer;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(() => server.stop());
  afterAll(() => browser.close());

  it('exits after one reset socket without the plugin', async () => {
    server = await start('false');
    const hmr = await hmrState();

    const signal = AbortSignal.timeout(polling.timeout);
    const exit = once(server.process, 'exit', { signal });
    (await rawUpgrade(server)).resetAndDestroy();
    await exit;
    const { exitCode } = server.process;
    expect(exitCode).toBe(1);
    measured['withoutPlugin'] = { hmr, exitCode };
  });

  it('survives reset sockets and reloaded pages with the plugin', async () => {
    server = await start('true');
    const hmr = await hmrState();

    let survived = 0;
    while (survived < 5) {
      (await rawUpgrade(server)).resetAndDestroy();
      survived++;
      await expect.poll(timesLost, polling).toBe(survived);
    }
    const page = await browser.newPage();
    for (let visit = 0; visit < 5; visit++) {
      await page.goto(server.url);
      await connected(page);
    }
    await page.close();
    expect((await fetch(server.url)).status).toBe(200);
    measured['withPlugin'] = { hmr, survived };
  });

  it('matches the evidence', async () => {
    await expectEvidence('hmr-port', { kind: 'facts', ...measured });
  });

  async function start(keepAlive: string): Promise<AppServer> {
    const env = { HMR_PORT: `${await unusedPort()}`, KEEP_ALIVE: keepAlive };
    const config = ['--config', 'tests/hmr-port.vite.config.ts'];
    return startServer('development', env, config);
  }

  /** Opens the app in a page, whose HMR socket has a path of its own. */
  async function hmrState(): Promise<'connected'> {
    const page = await browser.newPage();
    const console = consoleOf(page);
    const sockets: string[] = [];
    page.on('websocket', (socket) =>
      sockets.push(new URL(socket.url()).pathname),
    );
    await page.goto(server.url);
    await expect.poll(console, polling).toContain('[vite] connected.');
    await connected(page);
    expect(frameErrors(console())).toEqual([]);
    expect(new Set(sockets)).toEqual(new Set([chatUrl, '/vite-hmr']));
    return 'connected';
  }

  async function connected(page: Page): Promise<void> {
    await page.getByRole('status').filter({ hasText: 'Connected' }).waitFor();
  }

  function timesLost(): number {
    return server.output().split(`WebSocket ${chatUrl} was lost`).length - 1;
  }
});
