import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  consecutive,
  counts,
  newestIsAtLeast,
  rows,
  state,
} from '../support/list';
import { type AppServer, startServer } from '../support/server';

/** Tests the page when its server hangs or exits. Only the built app, since Vite reloads the page when its server is back. */
export function serverThatGoesAway(openBrowser: () => Browser): void {
  describe.concurrent('production', () => {
    describe('the page, when the server', { concurrent: false }, () => {
      let server: AppServer;
      let page: Page;

      beforeAll(async () => {
        server = await startServer('production');
        page = await openBrowser().newPage();
        await page.goto(server.url);
        await state(page, 'Live');
      });
      afterAll(async () => {
        await page.close();
        await server.stop();
      });

      test('hangs: detects the silence, and resumes without a gap', async () => {
        await rows(page, 2);
        server.process.kill('SIGSTOP');
        await state(page, 'Reconnecting…');
        const [newest = 0] = await counts(page);
        server.process.kill('SIGCONT');
        await state(page, 'Live');
        await newestIsAtLeast(page, newest + 2);
        await consecutive(page);
        expect(await page.getByText('may be missing').count()).toBe(0);
      });

      test('is killed and restarts: the list continues and shows the gap', async () => {
        const before = await counts(page);
        await server.stop();
        await state(page, 'Reconnecting…');
        server = await startServer('production', {
          PORT: new URL(server.url).port,
        });
        await state(page, 'Live');

        await rows(page, before.length + 2);
        const after = await counts(page);
        expect(after.slice(-before.length)).toEqual(before);
        const gap = page.getByRole('listitem').filter({
          hasText: 'may be missing',
        });
        expect(await gap.count()).toBe(1);
        expect(await gap.getByText('Event 1', { exact: true }).count()).toBe(1);
      });
    });
  });
}
