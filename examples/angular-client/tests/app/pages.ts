import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { expectEvidence } from '../support/evidence';
import {
  bookOf,
  fromNowOn,
  nobodyReads,
  readOn,
  socketUrl,
} from '../support/logbook';
import { LogbookPages } from '../support/logbook-pages';
import { onBoth } from '../support/on-both';
import { Wire } from '../support/wire';

// Measured values for `evidence/pages.json`.
const measured: Record<string, object> = {};

/** Tests the app in browsers, on both servers. */
export function pages(browser: () => Browser): void {
  describe.each(['development', 'production'] as const)(
    'four pages on the %s server',
    (mode) => {
      let all: LogbookPages;
      let wire: Wire;

      beforeAll(async () => {
        all = await LogbookPages.open(browser(), inject(mode));
        wire = new Wire(inject(mode));
      });
      afterAll(async () => {
        wire.end();
        await all.context.close();
        await nobodyReads(inject(mode));
      });

      it('show what one of them writes', async () => {
        await all.write('Hello, <i>all</i>');
        await all.allShow('Hello, <i>all</i>');
        await all.agreed();
        expect(await all.unsent()).toEqual([]);
      });

      it('catch up after a lost network', async () => {
        const server = inject(mode);
        const other = await readOn(wire, 'other', await fromNowOn(server));
        await all.context.setOffline(true);
        await all.status('socket', 'Offline');
        await all.status('stream', 'Offline');
        await all.write('Written offline');
        await expect.poll(() => all.unsent()).toEqual(['Written offline']);
        other.send(`{"id":"meanwhile-${mode}","text":"Written meanwhile"}`);
        await other.next();

        await all.context.setOffline(false);
        await all.status('socket', 'Connected');
        await all.allShow('Written offline');
        const texts = await all.agreed();
        expect(texts.slice(-2)).toEqual([
          'Written meanwhile',
          'Written offline',
        ]);
        expect(await all.unsent()).toEqual([]);
      });

      it('close their connections on navigation', async () => {
        wire.end();
        for (const page of all.pages.values()) await page.goto('about:blank');
        await nobodyReads(inject(mode));
        expect(all.errors).toEqual([]);
      });
    },
  );

  it('a resource that loses its parameters keeps its stream', async () => {
    measured['resourceWithoutParameters'] = await onBoth(async (server) => {
      const context = await browser().newContext();
      const page = await context.newPage();
      await page.goto(`${server}/idle-resource`);
      const status = page.getByRole('status');
      await status.filter({ hasText: 'resolved' }).waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      await status.filter({ hasText: 'idle' }).waitFor();
      // Earlier messages have been processed before this response.
      await page.evaluate(() => fetch('/api/logbook'));
      const { now } = (await bookOf(server)).readers;
      await page.goto('about:blank');
      await nobodyReads(server);
      await context.close();
      return { status: 'idle', streamsOpen: now };
    });
  });

  it('a page opens a socket with a relative URL', async () => {
    measured['pathOfSocket'] = await onBoth(async (server) => {
      const all = await LogbookPages.open(browser(), server, ['stream']);
      const url = await all.page('stream').evaluate(async (path) => {
        const socket = new WebSocket(path);
        await new Promise((resolve) =>
          socket.addEventListener('open', resolve),
        );
        socket.close();
        return socket.url;
      }, socketUrl);
      await all.context.close();
      const { host } = new URL(server);
      return { given: socketUrl, url: url.replace(host, '<host>') };
    });
    await expectEvidence('pages', { kind: 'facts', ...measured });
  });
}
