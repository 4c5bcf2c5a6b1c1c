import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { expectEvidence } from './support/evidence';
import { type Fleet, startFleet } from './support/fleet';

let browser: Browser;
let fleet: Fleet;

beforeAll(async () => {
  browser = await launchBrowser();
  fleet = await startFleet(2);
});
afterAll(async () => {
  await browser.close();
  await fleet.stop();
});

it('messages sent while the server is down arrive when it is back', async () => {
  const { nginx, apps, redis } = fleet;
  const ada = await openWindow(`${nginx.url}/?name=Ada`);
  const bob = await openWindow(`${nginx.url}/?name=Bob`);
  await hasState(ada, 'Connected');
  await hasState(bob, 'Connected');
  await say(ada, 'Hello, <i>Bob</i>');
  await sees(bob, 'Hello, <i>Bob</i>');
  await sees(ada, 'Hello, <i>Bob</i>');

  await redis.kill();
  for (const app of apps) await app.stop();
  await hasState(ada, 'Connection lost');
  await say(ada, 'Are you there?');
  await sees(ada, /Are you there\?\s*not sent yet/);
  await redis.start();
  await fleet.restart(0);
  await fleet.restart(1);
  await hasState(ada, 'Connected');
  await sees(bob, 'Are you there?');
  const lines = bob.getByRole('log').getByRole('listitem');
  expect(await lines.allInnerTexts()).toHaveLength(2);
  await ada.getByText('not sent yet').waitFor({ state: 'detached' });
});

it('opens more than six streams over one HTTP/2 connection', async () => {
  const page = await openWindow(`${fleet.nginx.url}/?name=Ada`);
  const seen = await page.evaluate(async () => {
    const sources = Array.from(
      { length: 8 },
      () => new EventSource('/api/events'),
    );
    await Promise.all(
      sources.map(
        (source) =>
          new Promise((resolve) => source.addEventListener('welcome', resolve)),
      ),
    );
    const { status } = await fetch('/api/health');
    const [entry] = performance.getEntriesByType('navigation');
    const protocol =
      entry instanceof PerformanceNavigationTiming ? entry.nextHopProtocol : '';
    for (const source of sources) source.close();
    return { streams: sources.length, protocol, request: status };
  });
  expect(seen).toEqual({ streams: 8, protocol: 'h2', request: 200 });
  await expectEvidence('browser', { kind: 'facts', http2: seen });
});

async function openWindow(url: string): Promise<Page> {
  // A self-signed certificate.
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** Waits for a line of the conversation. */
async function sees(page: Page, text: string | RegExp): Promise<void> {
  const line = page.getByRole('log').getByRole('listitem');
  await line.filter({ hasText: text }).first().waitFor();
}

async function hasState(page: Page, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).waitFor();
}
