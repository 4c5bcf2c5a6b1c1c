import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteListSchema } from '../src/shared/note.ts';
import { launchBrowser } from './support/browser.ts';
import { type AppServer, modes, startServer } from './support/server.ts';

let browser: Browser;
// What this file measures, for `evidence/browser.json`.
const measured = {
  kind: 'facts',
  development: {},
  production: {},
};

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each(modes)('the page on the %s server', (mode) => {
  let server: AppServer;
  let page: Page;
  /** The requests to the API that the browser has sent. */
  const requests: string[] = [];
  const failures: string[] = [];

  beforeAll(async () => {
    server = await startServer(mode);
    await fetch(`${server.url}/api/notes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text":"Buy <milk>"}',
    });
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => failures.push(message));
    page.on('console', (message) => {
      // Chromium itself reports a 422, so only what Angular says counts.
      if (message.type() === 'error' && !message.text().startsWith('Failed')) {
        failures.push(message.text());
      }
    });
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) {
        requests.push(`${request.method()} ${pathname}`);
      }
    });
    await page.goto(server.url);
    await button('Add').and(page.locator(':enabled')).waitFor();
  });
  afterAll(async () => {
    await page.close();
    await server.stop();
  });

  const button = (name: string) =>
    page.getByRole('button', { name, exact: true });
  const field = () => page.getByLabel('New note');
  const texts = () => page.locator('li p').allInnerTexts();
  async function stored() {
    const answer = await fetch(`${server.url}/api/notes`);
    return noteListSchema.parse(await answer.json()).notes.map((n) => n.text);
  }

  it('comes with its notes in the HTML', async () => {
    const html = await (await fetch(server.url)).text();
    expect(html).toContain('<p>Buy &lt;milk&gt;</p>');
    expect(html).toContain('ng-server-context="ssr-analog"');
  });

  it('takes the notes over without asking again', async () => {
    expect(await texts()).toEqual(['Buy <milk>']);
    expect(requests).toEqual([]);
    measured[mode] = { apiRequestsOnLoad: requests.length };
  });

  it('shows what the server finds wrong beside the field', async () => {
    requests.length = 0;
    await button('Add').click();
    const error = page.getByText('A note needs a text.');
    await error.waitFor();
    expect(await field().getAttribute('aria-invalid')).toBe('true');
    const described = await field().getAttribute('aria-describedby');
    expect(await page.locator(`#${described ?? ''}`).innerText()).toBe(
      await error.innerText(),
    );
    await expect
      .poll(() => field().evaluate((e) => e.matches(':focus')))
      .toBe(true);
    expect(requests).toEqual(['POST /api/notes']);

    await field().fill('a'.repeat(201));
    await error.waitFor({ state: 'detached' });
    await button('Add').click();
    await page.getByText('A note has at most 200 characters.').waitFor();
    expect(await stored()).toEqual(['Buy <milk>']);
  });

  it('adds a note at the top', async () => {
    await field().fill('Water the plants');
    await field().press('Enter');
    await page.getByRole('status').getByText('The note is added.').waitFor();
    await expect.poll(texts).toEqual(['Water the plants', 'Buy <milk>']);
    expect(await field().inputValue()).toBe('');
    expect(await field().getAttribute('aria-invalid')).toBe('false');
    expect(await stored()).toEqual(['Water the plants', 'Buy <milk>']);
  });

  it('deletes a note, also one that is gone already', async () => {
    await button('Delete “Water the plants”').click();
    await expect.poll(texts).toEqual(['Buy <milk>']);
    expect(await stored()).toEqual(['Buy <milk>']);

    await fetch(`${server.url}/api/notes`).then(async (answer) => {
      const { notes } = noteListSchema.parse(await answer.json());
      for (const { id } of notes) {
        await fetch(`${server.url}/api/notes/${id}`, { method: 'DELETE' });
      }
    });
    await button('Delete “Buy <milk>”').click();
    await expect.poll(texts).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('says so when the server cannot be reached, and keeps the text', async () => {
    await page.context().setOffline(true);
    await field().fill('Later');
    await button('Add').click();
    await page.getByText('The note could not be added. Try again.').waitFor();
    expect(await field().inputValue()).toBe('Later');

    await page.context().setOffline(false);
    await button('Add').click();
    await expect.poll(texts).toEqual(['Later']);
  });

  it('learns of a mistyped URL from JSON in development only', async () => {
    const unknownUrl = await page.evaluate(async () => {
      const answer = await fetch('/api/nope');
      const { status } = answer;
      return answer.json().then(
        (json: { message: string }) => ({ status, message: json.message }),
        (error: unknown) => ({ status, error: String(error) }),
      );
    });
    measured[mode] = { ...measured[mode], unknownUrl };
    if (mode === 'development') expect(unknownUrl).toHaveProperty('message');
    else {
      // The guide has these words as a heading.
      expect(unknownUrl).toHaveProperty(
        'error',
        expect.stringContaining("Unexpected token '<'"),
      );
    }
  });
});

it('is as recorded', async () => {
  await expect(`${JSON.stringify(measured, null, 2)}\n`).toMatchFileSnapshot(
    '../evidence/browser.json',
  );
});
