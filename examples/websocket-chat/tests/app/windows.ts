import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser';
import { chatUrl, lobbyUrl } from '../support/room';
import { type AppServer, modes, startServer } from '../support/server';
import type { ServerPair } from '../support/server-pair';

/** A frame of Playwright: text is a string, binary a Buffer. */
interface Payload {
  readonly payload: string | Buffer;
}

interface PageFrame extends Payload {
  readonly from: 'page' | 'server';
}

/** A user's browser window. */
interface Window {
  readonly page: Page;
  /** Frames of the chat, without Vite's socket. */
  readonly frames: PageFrame[];
  readonly errors: string[];
}

let browser: Browser;
let contexts: BrowserContext[] = [];

/** Tests the chat in browsers. */
export function windows(running: () => ServerPair): void {
  describe('in a browser', () => {
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterEach(async () => {
      await Promise.all(contexts.map((context) => context.close()));
      contexts = [];
    });
    afterAll(() => browser.close());

    describe.each(modes)('two windows on the %s server', (mode) => {
      it('chat with each other', async () => {
        const server = running()[mode];
        const ada = await openWindow(server);
        await sees(ada, 'Welcome, ');
        const bob = await openWindow(server);
        await sees(ada, ' joined.');

        await say(ada, 'Hello, Bob');
        await sees(ada, /You\s*Hello, Bob/);
        await sees(bob, 'Hello, Bob');
        await say(bob, '你好 <i>Ada</i>');
        await sees(ada, '你好 <i>Ada</i>');

        await bob.page.goto('about:blank');
        await sees(ada, ' left.');

        // Welcome, joined, Ada's message and its echo, the answer, left.
        const senders = ada.frames.map(({ from }) => from).join(' ');
        expect(senders).toBe('server server page server server server');
        for (const { payload } of [...ada.frames, ...bob.frames]) {
          expect(payload).toBeTypeOf('string');
        }
        expect(ada.frames[2]?.payload).toBe('{"text":"Hello, Bob"}');
        expect(ada.errors).toEqual([]);
        expect(bob.errors).toEqual([]);
        expect(server.process.exitCode).toBeNull();
      });
    });

    it.each(modes)(
      'the smallest page shows what it sent on the %s server, and closes its socket when the user leaves',
      async (mode) => {
        const context = await browser.newContext();
        contexts.push(context);
        const page = await context.newPage();
        const opened = page.waitForEvent('websocket', {
          predicate: (socket) => new URL(socket.url()).pathname === lobbyUrl,
        });
        await page.goto(`${running()[mode].url}/lobby`);
        const socket = await opened;
        await page.getByText('Hello', { exact: true }).waitFor();
        const closed = socket.waitForEvent('close');
        await page.evaluate(() => history.pushState({}, '', '/'));
        await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
        await page.getByRole('heading', { name: 'Chat' }).waitFor();
        await closed;
      },
    );

    describe('a window whose server exits', () => {
      let server: AppServer;

      beforeAll(async () => {
        server = await startServer('production');
      });
      afterAll(() => server.stop());

      it('shows this, reconnects automatically and keeps the messages', async () => {
        const { port } = new URL(server.url);
        const ada = await openWindow(server);
        const button = ada.page.getByRole('button', { name: 'Send' });
        await say(ada, 'Before');
        await sees(ada, /You\s*Before/);

        await server.stop();
        await hasState(ada, 'Connection lost. Trying again…');
        expect(await button.isDisabled()).toBe(true);

        server = await startServer('production', { PORT: port });
        await hasState(ada, 'Connected');
        await say(ada, 'After');
        await sees(ada, /You\s*After/);
        await sees(ada, /You\s*Before/);
      });
    });
  });
}

async function openWindow(server: AppServer): Promise<Window> {
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  const window: Window = { page, frames: [], errors: [] };
  page.on('pageerror', (error) => window.errors.push(String(error)));
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).pathname !== chatUrl) {
      return;
    }
    // Starts counting after Vite has reloaded the page with bundled dependencies.
    window.frames.length = 0;
    const record = (from: PageFrame['from']) => (frame: Payload) =>
      window.frames.push({ from, payload: frame.payload });
    socket.on('framereceived', record('server'));
    socket.on('framesent', record('page'));
  });
  await page.goto(server.url);
  await hasState(window, 'Connected');
  return window;
}

async function say({ page }: Window, text: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** Waits for a line of the conversation. */
async function sees({ page }: Window, text: string | RegExp): Promise<void> {
  const line = page.getByRole('log').getByRole('listitem');
  await line.filter({ hasText: text }).first().waitFor();
}

async function hasState({ page }: Window, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).waitFor();
}
