import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { type AppServer, modes, startServer } from './support/server.ts';

let browser: Browser;
let server: AppServer;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(() => server.stop());
afterAll(() => browser.close());

describe('a page in a browser', () => {
  it.each(modes)('gets its socket and its stream (%s)', async (mode) => {
    server = await startServer(mode);
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    await page.goto(server.url);
    await shows(page, 'socket', 'Echoes Hello');
    await shows(page, 'stream', 'Live');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('learns that the server is stopping', async () => {
    server = await startServer('production');
    const page = await browser.newPage();
    await page.goto(server.url);
    await shows(page, 'socket', 'Echoes Hello');
    await shows(page, 'stream', 'Live');
    server.process.kill('SIGTERM');
    await shows(page, 'socket', 'Closed with 1001');
    await shows(page, 'stream', 'Reconnecting…');
    await page.close();
  });
});

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
