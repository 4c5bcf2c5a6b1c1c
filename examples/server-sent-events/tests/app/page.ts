import type { Browser, Page } from 'playwright-core';
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  test,
  vi,
} from 'vitest';
import { openEventStream } from '../support/event-stream';
import {
  consecutive,
  counts,
  hydrated,
  newestIsAtLeast,
  rows,
  state,
} from '../support/list';
import { expectEvidence } from '../support/evidence';
import type { AppServer } from '../support/server';
import { health, idle } from '../support/tick';

/** The page's limit of rows. */
const maxRows = 30;
/** The server's limit of readers. */
const maxReaders = 100;

/** Tests the page in a browser. */
export function page(
  running: () => AppServer,
  openBrowser: () => Browser,
): void {
  describe('the page', () => {
    let server: AppServer;
    let page: Page;
    const complaints: string[] = [];
    // Measured values for `evidence/browser.json`.
    const measured: Record<string, object> = {};

    beforeAll(async () => {
      server = running();
      page = await openBrowser().newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
    });
    afterEach(async () => {
      await page.goto('about:blank');
      await idle(server);
    });
    afterAll(() => page.close());

    test('is rendered on the server without opening a stream', async () => {
      const response = await fetch(server.url);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain('<h1>Server-sent events</h1>');
      expect(html).toMatch(/data-state="stopped"/);
      expect(await health(server)).toEqual({ readers: 0, timers: 0 });
      expect(server.output()).not.toMatch(/ReferenceError|EventSource/);
    });

    test('lists the events live, newest first', async () => {
      await page.goto(server.url);
      await state(page, 'Live');
      await rows(page, 3);
      await consecutive(page);
      expect(await health(server)).toEqual({ readers: 1, timers: 1 });
      expect(complaints).toEqual([]);
    });

    test('stops, and receives missed events when it starts again', async () => {
      await page.goto(server.url);
      await rows(page, 2);
      await page.getByRole('button', { name: 'Stop' }).click();
      await state(page, 'Stopped');
      await idle(server);
      const [newest = 0] = await counts(page);

      // Another reader keeps the stream active.
      const other = await openEventStream(`${server.url}/api/sse`);
      await other.take(3);
      expect((await counts(page))[0]).toBe(newest);

      await page.getByRole('button', { name: 'Start' }).click();
      await state(page, 'Live');
      await newestIsAtLeast(page, newest + 4);
      await consecutive(page);
      expect(await page.getByText('may be missing').count()).toBe(0);
      other.leave();
    });

    test(`keeps ${maxRows} rows`, async () => {
      await page.goto(server.url);
      await rows(page, 1);
      await page.getByRole('button', { name: 'Stop' }).click();
      await idle(server);
      const [newest = 0] = await counts(page);

      // Each lone reader receives an event immediately, so the rows fill quickly.
      for (let sent = 0; sent < maxRows + 5; sent += 1) {
        const passing = await openEventStream(`${server.url}/api/sse`);
        await passing.next();
        passing.leave();
        await idle(server);
      }
      await page.getByRole('button', { name: 'Start' }).click();
      await newestIsAtLeast(page, newest + maxRows + 5);
      expect(await counts(page)).toHaveLength(maxRows);
      await consecutive(page);
    });

    test('closes the stream on navigation', async () => {
      await page.goto(`${server.url}/elsewhere`);
      await hydrated(page);
      await page.getByRole('link', { name: 'To the events' }).click();
      await state(page, 'Live');
      await page.goBack();
      await page.getByRole('heading', { name: 'No such page' }).waitFor();
      await idle(server);
    });

    test('retries after the server has rejected it', async () => {
      const readers = await Promise.all(
        Array.from({ length: maxReaders }, () =>
          openEventStream(`${server.url}/api/sse`),
        ),
      );
      await page.goto(server.url);
      await state(page, 'Reconnecting…');
      for (const reader of readers) reader.leave();
      await state(page, 'Live');
      await rows(page, 1);
    });

    test('EventSource, in contrast, gives up on another response', async () => {
      await page.goto(`${server.url}/elsewhere`);
      complaints.length = 0;
      const gaveUp = await page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            const source = new EventSource('/api/health');
            source.onerror = () =>
              resolve(source.readyState === EventSource.CLOSED);
          }),
      );
      expect(gaveUp).toBe(true);
      await vi.waitFor(() => expect(complaints).toHaveLength(1), 60_000);
      measured['otherAnswer'] = {
        eventSource: 'gives up',
        console: complaints[0],
      };
    });

    test('shares six connections with all other requests of the browser', async () => {
      await page.goto(`${server.url}/elsewhere`);
      const streams = await page.evaluateHandle(() => new Array<EventSource>());
      for (let count = 0; count < 6; count += 1) {
        await streams.evaluate(
          (list) =>
            new Promise((resolve) => {
              const source = new EventSource('/api/sse');
              source.onmessage = resolve;
              list.push(source);
            }),
        );
      }
      let answered = false;
      const status = page
        .evaluate(async () => (await fetch('/api/health')).status)
        .finally(() => (answered = true));
      // Another client still gets responses, for two more seconds.
      const other = await openEventStream(`${server.url}/api/sse`);
      await other.take(3);
      expect(answered).toBe(false);
      await streams.evaluate((list) => list[0]?.close());
      expect(await status).toBe(200);
      other.leave();
      measured['sixStreams'] = { oneMoreRequest: 'waits' };
    });

    test('the browser behaves as recorded', async ({ expect }) => {
      const evidence = { kind: 'facts', ...measured };
      await expectEvidence('browser', evidence, expect);
    });
  });
}
