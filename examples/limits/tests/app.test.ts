import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { expectEvidence } from './support/evidence';
import { feedUrl, open, openStream, streamUrl } from './support/feed';
import { onBoth } from './support/on-both';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each(['development', 'production'] as const)(
  'a page of the %s server is warned, disconnected, and reconnects',
  async (mode) => {
    const server = inject(mode);
    const [ada, bob] = [await openPage(server), await openPage(server)];
    await say(bob, 'Hello, <i>Ada</i>', 1);
    await sees(ada, 'Hello, <i>Ada</i>');
    await say(ada, 'Quick', 200);
    await hasState(ada, 'Closed by the server.');
    await ada.getByText('Too many messages').waitFor();
    await ada.getByRole('button', { name: 'Connect again' }).click();
    await hasState(ada, 'Connected');
    await say(ada, 'Slowly', 1);
    await sees(bob, 'Slowly');
    await Promise.all([ada.context().close(), bob.context().close()]);
  },
);

it('a stream receives messages of a socket', async () => {
  await onBoth(async (server) => {
    const stream = await openStream(server);
    const socket = await open(server);
    socket.send('{"text":"Hello"}');
    let heard = '';
    for await (const chunk of stream) {
      heard += String(chunk);
      if (heard.includes('Hello')) break;
    }
    socket.terminate();
    expect(heard).toBe(
      'event: open\ndata: \n\ndata: {"type":"message","text":"Hello"}\n\n',
    );
  });
});

it('both servers have the same routes', async () => {
  const socket = await onBoth(async (server) => {
    const client = await open(server);
    client.terminate();
    const { status } = await fetch(server + feedUrl);
    return { websocket: 'answers', get: { status } };
  });
  const stream = await onBoth(async (server) => {
    const response = await openStream(server);
    const type = response.headers['content-type'];
    expect(type).toBe('text/event-stream');
    response.destroy();
    return { get: { status: response.statusCode } };
  });
  const api = 'src/server/routes/api';
  await expectEvidence('routes', {
    kind: 'routes',
    socket: { file: `${api}/ws/feed.ts`, url: feedUrl, ...socket },
    stream: { file: `${api}/feed.get.ts`, url: streamUrl, ...stream },
  });
});

async function openPage(server: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server);
  await hasState(page, 'Connected');
  return page;
}

/** Sends a text several times, faster than a person. */
async function say(page: Page, text: string, times: number): Promise<void> {
  await page.locator('form').evaluate(
    (form, [said, count]) => {
      const field = form.querySelector('input');
      for (let sent = 0; field && sent < count; sent++) {
        field.value = said;
        form.dispatchEvent(new Event('submit', { cancelable: true }));
      }
    },
    [text, times] as const,
  );
}

async function sees(page: Page, text: string): Promise<void> {
  const line = page.getByRole('log').getByRole('listitem');
  await line.filter({ hasText: text }).first().waitFor();
}

async function hasState(page: Page, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).waitFor();
}
