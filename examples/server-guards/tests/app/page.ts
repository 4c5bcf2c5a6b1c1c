import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Apps } from '../support/guarded-apps';
import { modes, startServer } from '../support/server';

/** Tests the app's page in a browser. */
export function page(running: () => Apps): void {
  describe('a page in a browser', () => {
    it.each(modes)('opens its socket and its stream (%s)', async (mode) => {
      const { browser, guarded } = running();
      const page = await browser.newPage();
      const complaints = complaintsOf(page);
      await page.goto(guarded[mode].url);
      await shows(page, 'socket', 'Echoes Hello');
      await shows(page, 'stream', 'Live');
      expect(complaints).toEqual([]);
      await page.close();
    });

    it('is notified that the server is stopping', async () => {
      const server = await startServer('production');
      onTestFinished(() => server.stop());
      const page = await running().browser.newPage();
      await page.goto(server.url);
      await shows(page, 'socket', 'Echoes Hello');
      await shows(page, 'stream', 'Live');
      server.process.kill('SIGTERM');
      await shows(page, 'socket', 'Closed with 1001');
      await shows(page, 'stream', 'Reconnecting…');
      await page.close();
    });
  });
}

async function shows(page: Page, id: string, text: string): Promise<void> {
  await page.locator(`#${id}`, { hasText: text }).waitFor();
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}
