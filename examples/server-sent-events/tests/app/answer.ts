import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { expectEvidence } from '../support/evidence';
import { hydrated } from '../support/list';
import type { AppServer } from '../support/server';
import { idle } from '../support/tick';

const words = /You asked:\nWhy\?\nThis answer .* arrives\.$/;

/** Tests answers that are streamed to a POST request. */
export function answer(
  running: () => AppServer,
  openBrowser: () => Browser,
): void {
  describe('the answer', () => {
    let server: AppServer;
    let page: Page;
    // Measured values for `evidence/answer.json`.
    const measured: Record<string, unknown> = {};

    beforeAll(async () => {
      server = running();
      page = await openBrowser().newPage();
      await page.goto(`${server.url}/ask`);
      await hydrated(page);
    });
    afterAll(() => page.close());

    async function ask(): Promise<void> {
      await page.getByLabel('Question').fill('Why?');
      await page.getByRole('button', { name: 'Ask' }).click();
    }

    test('is shown piece by piece', async () => {
      const lengths = new Set<number>();
      await ask();
      await vi.waitFor(async () => {
        const text = (await page.locator('pre').textContent()) ?? '';
        lengths.add(text.length);
        expect(text).toMatch(words);
      }, 60_000);
      await page.getByRole('status').filter({ hasText: 'complete' }).waitFor();
      expect(lengths.size).toBeGreaterThan(2);
      measured['reader'] = 'piece by piece';
    });

    test('ends on the server when the page stops it', async () => {
      await ask();
      await page.locator('pre').filter({ hasText: 'You' }).waitFor();
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByRole('status').filter({ hasText: 'stopped' }).waitFor();
      const text = (await page.locator('pre').textContent()) ?? '';
      expect(text).not.toMatch(words);
      await idle(server);
      measured['stopped'] = 'the server stops';
    });

    test('ends on the server when the user leaves the page', async () => {
      await ask();
      await page.locator('pre').filter({ hasText: 'You' }).waitFor();
      await page.goto('about:blank');
      await idle(server);
      measured['left'] = 'the server stops';
    });

    test('arrives in HttpClient as all text so far', async () => {
      await page.goto(`${server.url}/ask-http`);
      await hydrated(page);
      await page.getByRole('button', { name: 'Ask' }).click();
      const items = page.getByRole('listitem');
      await items.first().waitFor();
      const early = await items.count();
      await items.filter({ hasText: 'done' }).waitFor();
      expect(early).toBeLessThan(await items.count());
      expect(await items.first().textContent()).toBe(' text: "You " '.trim());
      measured['httpClient'] = 'all text so far';
    });

    test('has the headers of an event stream', async () => {
      const response = await fetch(`${server.url}/api/answer`, {
        method: 'POST',
        body: 'Why?',
      });
      await response.body?.cancel();
      measured['headers'] = {
        status: response.status,
        'content-type': response.headers.get('content-type'),
        'cache-control': response.headers.get('cache-control'),
        'x-accel-buffering': response.headers.get('x-accel-buffering'),
      };
      const tooLong = await fetch(`${server.url}/api/answer`, {
        method: 'POST',
        body: 'Why?'.repeat(1000),
      });
      measured['tooLong'] = { status: tooLong.status };
      expect(tooLong.status).toBe(413);
      await idle(server);
    });

    test('matches the evidence', async ({ expect }) => {
      await expectEvidence('answer', { kind: 'facts', ...measured }, expect);
    });
  });
}
