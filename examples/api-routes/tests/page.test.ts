import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteListSchema } from '../src/shared/note';
import { launchBrowser } from './support/browser';
import { expectEvidence } from './support/evidence';
import { createNote, emptyNotes } from './support/notes';
import { modes } from './support/server';
import { serverOf } from './support/served-apps';

let browser: Browser;
// Measured values for `evidence/browser.json`.
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
  const server = serverOf(mode);
  let page: Page;
  /** Requests of the browser to the API. */
  const requests: string[] = [];
  const failures: string[] = [];

  beforeAll(async () => {
    await emptyNotes(server);
    await createNote(server, 'Buy <milk>');
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => failures.push(message));
    page.on('console', (message) => {
      // Chromium logs a 422 itself; only Angular's messages count.
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
    await page.goto(server);
    await button('Add').and(page.locator(':enabled')).waitFor();
  });
  afterAll(() => page.close());

  const button = (name: string) =>
    page.getByRole('button', { name, exact: true });
  const field = () => page.getByLabel('New note');
  const texts = () => page.locator('li p').allInnerTexts();
  async function stored() {
    const answer = await fetch(`${server}/api/notes`);
    return noteListSchema.parse(await answer.json()).notes.map((n) => n.text);
  }

  it('contains its notes in the HTML', async () => {
    const html = await (await fetch(server)).text();
    expect(html).toContain('<p>Buy &lt;milk&gt;</p>');
    expect(html).toContain('ng-server-context="ssr-analog"');
  });

  it('hydrates without requesting the notes again', async () => {
    expect(await texts()).toEqual(['Buy <milk>']);
    expect(requests).toEqual([]);
    measured[mode] = { apiRequestsOnLoad: requests.length };
  });

  it('greets a visitor in the HTML, without another request', async () => {
    // A cookie with `secure` needs https or localhost.
    const local = await browser.newPage();
    let asked = 0;
    try {
      await local.goto(server.replace('127.0.0.1', 'localhost'));
      await local.getByLabel('Your name').fill('Ada <3');
      await local.getByRole('button', { name: 'Remember me' }).click();
      await local.getByText('Hello, Ada <3.').waitFor();
      local.on('request', (request) => {
        const { pathname } = new URL(request.url());
        if (request.method() === 'GET' && pathname.startsWith('/api/')) asked++;
      });
      const html = (await (await local.reload())?.text()) ?? '';
      await local.getByRole('button', { name: 'Forget me' }).click();
      await local.getByLabel('Your name').waitFor();
      const greeted = html.includes('Hello, Ada &lt;3.');
      expect({ greeted, asked }).toEqual({
        greeted: true,
        asked: mode === 'production' ? 0 : 2,
      });
      measured[mode] = {
        ...measured[mode],
        withCookie: {
          greeting: greeted ? 'in the HTML' : 'missing',
          apiRequestsOnLoad: asked,
        },
      };
    } finally {
      await local.close();
    }
  });

  it('uploads a file, and shows why another is rejected', async () => {
    const files = await browser.newPage();
    try {
      await files.goto(`${server}/files`);
      const field = files.getByLabel('Add a PNG, a JPEG or a PDF');
      await field.and(files.locator(':enabled')).waitFor();
      const choose = (name: string, text: string) =>
        field.setInputFiles({
          name,
          mimeType: 'application/pdf',
          buffer: Buffer.from(text),
        });
      const status = files.getByRole('status');
      await choose('page.pdf', '<html>');
      await status.getByText('Send a PNG, a JPEG or a PDF.').waitFor();

      const name = `Grüße ${mode}.pdf`;
      await choose(name, '%PDF-1.7 …');
      await status.getByText(`“${name}” is kept.`).waitFor();
      const saving = files.waitForEvent('download');
      await files.getByRole('link', { name }).click();
      expect((await saving).suggestedFilename()).toBe(name);

      const html = await (await files.reload())?.text();
      expect(html).toContain(name);
    } finally {
      await files.close();
    }
  });

  it('shows validation errors of the server next to the field', async () => {
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

  it('deletes a note, including one that is already deleted', async () => {
    await button('Delete “Water the plants”').click();
    await expect.poll(texts).toEqual(['Buy <milk>']);
    expect(await stored()).toEqual(['Buy <milk>']);

    await fetch(`${server}/api/notes`).then(async (answer) => {
      const { notes } = noteListSchema.parse(await answer.json());
      for (const { id } of notes) {
        await fetch(`${server}/api/notes/${id}`, { method: 'DELETE' });
      }
    });
    await button('Delete “Buy <milk>”').click();
    await expect.poll(texts).toEqual([]);
    expect(failures).toEqual([]);
  });

  it("shows an error if the server can't be reached, and keeps the text", async () => {
    await page.context().setOffline(true);
    await field().fill('Later');
    await button('Add').click();
    await page.getByText('The note could not be added. Try again.').waitFor();
    expect(await field().inputValue()).toBe('Later');

    await page.context().setOffline(false);
    await button('Add').click();
    await expect.poll(texts).toEqual(['Later']);
  });

  it('gets JSON for a mistyped URL in development only', async () => {
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
      // A heading of the guide quotes this.
      expect(unknownUrl).toHaveProperty(
        'error',
        expect.stringContaining("Unexpected token '<'"),
      );
    }
  });
});

it('matches the evidence', async () => {
  await expectEvidence('browser', measured);
});
