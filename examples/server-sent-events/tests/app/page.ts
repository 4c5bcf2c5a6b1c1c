import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openEventStream } from '../support/event-stream.ts';
import {
  consecutive,
  counts,
  newestIsAtLeast,
  rows,
  state,
} from '../support/list.ts';
import type { AppServer } from '../support/server.ts';
import { health, idle } from '../support/tick.ts';

/** As many rows as the page keeps. */
const maxRows = 30;
/** As many readers as the server lets in. */
const maxReaders = 100;

/** What a reader sees in a browser. */
export function page(
  running: () => AppServer,
  openBrowser: () => Browser,
): void {
  describe('the page', () => {
    let server: AppServer;
    let page: Page;
    const complaints: string[] = [];
    // What a browser did, for `evidence/browser.json`.
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

    test('is rendered on the server, which opens no stream', async () => {
      const response = await fetch(server.url);
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain('<h1>Server-sent events</h1>');
      expect(html).toMatch(/data-state="stopped"/);
      expect(await health(server)).toEqual({ readers: 0, timers: 0 });
      expect(server.output()).not.toMatch(/ReferenceError|EventSource/);
    });

    test('lists the events live, the newest first', async () => {
      await page.goto(server.url);
      await state(page, 'Live');
      await rows(page, 3);
      await consecutive(page);
      expect(await health(server)).toEqual({ readers: 1, timers: 1 });
      expect(complaints).toEqual([]);
    });

    test('stops, and on start gets what it has missed', async () => {
      await page.goto(server.url);
      await rows(page, 2);
      await page.getByRole('button', { name: 'Stop' }).click();
      await state(page, 'Stopped');
      await idle(server);
      const [newest = 0] = await counts(page);

      // Somebody else keeps the events coming.
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

      // Each lone reader is sent an event at once: more than fit, in no time.
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

    test('closes the stream when the reader goes to another page', async () => {
      await page.goto(`${server.url}/elsewhere`);
      await page.getByRole('link', { name: 'To the events' }).click();
      await state(page, 'Live');
      await page.goBack();
      await page.getByRole('heading', { name: 'No such page' }).waitFor();
      await idle(server);
    });

    test('tries again when the server has refused it', async () => {
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

    test('is what EventSource does not do: it gives up on another answer', async () => {
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
      await expect.poll(() => complaints).toHaveLength(1);
      measured['otherAnswer'] = {
        eventSource: 'gives up',
        console: complaints[0],
      };
    });

    test('shares six connections with all that the browser asks', async () => {
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
      // Not this browser: it is answered at once, and for two seconds on.
      const other = await openEventStream(`${server.url}/api/sse`);
      await other.take(3);
      expect(answered).toBe(false);
      await streams.evaluate((list) => list[0]?.close());
      expect(await status).toBe(200);
      other.leave();
      measured['sixStreams'] = { oneMoreRequest: 'waits' };
    });

    test('met a browser that behaves as recorded', async ({ expect }) => {
      const evidence = { kind: 'facts', ...measured };
      await expect(
        `${JSON.stringify(evidence, null, 2)}\n`,
      ).toMatchFileSnapshot('../evidence/browser.json');
    });
  });
}
