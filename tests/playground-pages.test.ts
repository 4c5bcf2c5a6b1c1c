import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { client, frames, openHandler } from './support/open-playground.ts';
import { address } from './support/site.ts';

const browser = useBrowser();

/** All handlers of an app run together, regardless of which one a page shows. */
describe('the notes', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.open({}, () => undefined);
  });

  it.each([
    ['api-routes', 'notes/[id].get.ts', 'GET /api/notes/<note-1>', '200 OK'],
    ['rest-api', 'notes/[id].put.ts', 'PUT /api/notes/<note-1>', '200 OK'],
    [
      'rest-api',
      'notes/[id].delete.ts',
      'DELETE /api/notes/<note-1>',
      '204 No Content',
    ],
  ])('/%s: %s returns a note that was posted to another', async (...row) => {
    const [name, path, button, status] = row;
    await page.goto(address(name));
    const panel = await openHandler(
      page,
      `api-routes/src/server/routes/api/${path}`,
    );
    const requested = panel.getByRole('button', { name: button }).first();
    expect(await requested.isDisabled()).toBe(true);
    await panel.getByRole('button', { name: 'POST /api/notes' }).click();
    const answers = panel.locator('pre.playground__frame');
    await answers.first().waitFor();
    expect(await answers.first().textContent()).toMatch(
      /\n201 Created\n[^]*location: \/api\/notes\/[\w-]{36}\n[^]*"text": "Buy milk"/,
    );
    await requested.click();
    await answers.nth(1).waitFor();
    const answer = await answers.nth(1).textContent();
    expect(answer).toMatch(/^(?:GET|PUT|DELETE) \/api\/notes\/[\w-]{36}\n/);
    expect(answer).toMatch(new RegExp(`\n${status}(?:\n|$)`));
    await panel.getByRole('button', { name: 'Close the playground' }).click();
  });

  it('are validated by the same schema as on a server', async () => {
    await page.goto(address('validate-requests'));
    const panel = await openHandler(
      page,
      'api-routes/src/server/routes/api/notes/index.post.ts',
    );
    await panel
      .getByRole('button', { name: 'POST /api/notes {"text":" "}' })
      .click();
    const answer = panel.locator('pre.playground__frame').first();
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(
      /\n422 Unprocessable Content\ncontent-type: application\/problem\+json\n[^]*"A note needs a text\."/,
    );
    await panel.getByRole('button', { name: 'Close the playground' }).click();
  });
});

it('a stream is counted by another route', async () => {
  const page = await openPage('server-sent-events');
  const panel = await openHandler(
    page,
    'server-sent-events/src/server/routes/api/sse.ts',
  );
  const health = panel.getByRole('button', { name: 'GET /api/health' });
  await health.click();
  await panel
    .getByText('200 {"readers":0,"timers":0}', { exact: true })
    .waitFor();
  await panel.getByRole('button', { name: 'Connect', exact: true }).click();
  await panel.locator('[data-field=id]').first().waitFor();
  await health.click();
  await panel
    .getByText('200 {"readers":1,"timers":1}', { exact: true })
    .waitFor();
  await panel.getByRole('button', { name: 'Disconnect' }).click();
  await health.click();
  await expect
    .poll(() =>
      panel.getByText('200 {"readers":0,"timers":0}', { exact: true }).count(),
    )
    .toBe(2);
});

it('a request to a stream shows its beginning and stays connected', async () => {
  const page = await openPage('server-sent-events');
  const panel = await openHandler(
    page,
    'server-sent-events/src/server/routes/api/health.get.ts',
  );
  await panel.getByRole('button', { name: 'GET /api/sse' }).click();
  const answers = panel.locator('pre.playground__frame');
  await answers.first().waitFor();
  expect(await answers.first().textContent()).toMatch(/\nretry: 2000\n[^]*…$/);
  await panel.getByRole('button', { name: 'GET /api/health' }).click();
  await answers.nth(1).waitFor();
  expect(await answers.nth(1).textContent()).toContain('"readers": 1');
});

it('a news stream opens before there is any news', async () => {
  const page = await openPage('troubleshooting');
  const panel = await openHandler(
    page,
    'symptoms/src/server/routes/api/news.get.ts',
  );
  await panel.getByRole('button', { name: 'Connect', exact: true }).click();
  await panel.getByText('ready').first().waitFor();
  await panel.getByRole('button', { name: 'POST /api/news' }).click();
  await panel.getByText(/^It is \d{4}-/).waitFor();
});

it('a room rejects a client without a name', async () => {
  const page = await openPage('troubleshooting');
  const panel = await openHandler(
    page,
    'symptoms/src/server/routes/api/ws/room.ts',
  );
  const refused = panel
    .locator('.playground__frames li')
    .filter({ hasText: 'The server rejected the connection with status 401.' });
  await expect.poll(() => refused.count()).toBe(2);
  await panel
    .getByRole('textbox', { name: 'URL' })
    .fill('/api/ws/room?name=Ada');
  await panel.getByRole('button', { name: 'Connect Ada' }).click();
  await client(panel, 'Ada').getByText('connected', { exact: true }).waitFor();
});

it("a socket at a URL without a route is silent, and one at an alias isn't", async () => {
  const troubleshooting = await openPage('troubleshooting');
  const silent = await openHandler(
    troubleshooting,
    'websocket-chat/src/server/routes/api/ws/chat.ts',
  );
  const hint = 'Why a socket stays silent';
  await silent.getByRole('link', { name: hint }).waitFor();
  expect(await frames(silent, 'Ada').count()).toBe(0);

  const moving = await openPage('migrate-to-the-api-folder');
  const panel = await openHandler(
    moving,
    'move-to-api-folder/src/server/routes/ws/chat.ts',
  );
  await frames(panel, 'Bob').first().waitFor();
  await client(panel, 'Ada')
    .getByRole('button', { name: 'Drop the connection' })
    .click();
  await panel.getByRole('textbox', { name: 'URL' }).fill('/api/ws/chat');
  await panel.getByRole('button', { name: 'Connect Ada' }).click();
  await frames(panel, 'Ada').nth(1).waitFor();
  await client(panel, 'Bob')
    .getByRole('button', { name: 'From an old client' })
    .click();
  // Clients of the new and the old URL receive each other's messages.
  await frames(panel, 'Ada').nth(2).waitFor();
  expect(await frames(panel, 'Ada').nth(2).textContent()).toContain(
    'From an old client',
  );
  expect(await panel.getByRole('link', { name: hint }).count()).toBe(0);
});

async function openPage(path: string): Promise<Page> {
  const page = await browser.borrow();
  await page.goto(address(path));
  return page;
}
