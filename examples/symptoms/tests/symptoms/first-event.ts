import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Apps, type Both, both, patience } from '../support/apps';
import { expectEvidence } from '../support/evidence';
import { type PendingAnswer, request } from '../support/first-header';
import type { AppServer } from '../support/server';

const url = '/api/news';
const { seconds, text: watchedFor } = patience;

/** Tests when the header of an event stream arrives, and a page gets the open event. */
export function firstEvent(apps: () => Apps): void {
  describe('the header of a stream', () => {
    // Measured values for `evidence/first-event.json`.
    const measured: Record<string, object> = {};

    it('comes with the first event, however late', async () => {
      const { wrong, browser } = apps();
      const page = await openPage(browser, wrong.production);
      const streams = await both(wrong, (server) => asked(server, url));
      const before = await both(streams, (stream) =>
        stream.statusWithin(seconds),
      );
      const stateBefore = await page.locator('#state').innerText();
      const published = await both(wrong, publishNews);
      const after = await both(streams, ({ status }) => status);
      await shows(page, 'Live');
      leave(streams);
      await page.close();

      expect(before).toEqual({
        development: 'no header',
        production: 'no header',
      });
      expect(after).toEqual({ development: 200, production: 200 });
      expect(stateBefore).toBe('Connecting…');
      expect(published.development).toEqual(published.production);
      await expectEvidence('news', {
        kind: 'http',
        exchanges: { published: published.production },
      });
      measured['nothingPushed'] = { url, watchedFor, before, after };
    });

    it('never comes if the first push is awaited', async () => {
      const awaited = '/api/awaited';
      const { wrong } = apps();
      const streams = await both(wrong, (server) => asked(server, awaited));
      const before = await both(streams, (stream) =>
        stream.statusWithin(seconds),
      );
      leave(streams);

      expect(before).toEqual({
        development: 'no header',
        production: 'no header',
      });
      measured['awaitedPush'] = { url: awaited, watchedFor, before };
    });

    it('comes immediately if something is pushed immediately', async () => {
      const { right, browser } = apps();
      const streams = await both(right, (server) => asked(server, url));
      const before = await both(streams, ({ status }) => status);
      leave(streams);
      const page = await openPage(browser, right.production);
      await shows(page, 'Live');
      const headline = await page.locator('#headline').innerText();
      await page.close();

      expect(before).toEqual({ development: 200, production: 200 });
      // It was open before there was any news.
      expect(headline).toBe('');
      measured['pushedAtOnce'] = { url, before };
    });

    it('matches the evidence', async () => {
      await expectEvidence('first-event', { kind: 'facts', ...measured });
    });
  });
}

async function openPage(
  browser: Apps['browser'],
  { url: server }: AppServer,
): Promise<Page> {
  const page = await browser.newPage();
  const requested = page.waitForRequest((sent) => sent.url() === server + url);
  await page.goto(`${server}/guarded`);
  await requested;
  return page;
}

function asked(server: AppServer, path: string) {
  return Promise.resolve(request(server.url + path));
}

function leave(streams: Both<PendingAnswer>): void {
  streams.development.leave();
  streams.production.leave();
}

/** Publishes news; returns the request and the response. */
async function publishNews({ url: server }: AppServer): Promise<object> {
  const method = 'POST';
  const { status, statusText } = await fetch(server + url, { method });
  expect(status).toBe(204);
  return {
    request: { method, url },
    response: { status, statusText, headers: {} },
  };
}

async function shows(page: Page, state: string): Promise<void> {
  await page.locator('#state', { hasText: state }).waitFor();
}
