import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { useSmallSite } from './support/site-with-gaps.ts';

const browser = useBrowser();
const baseUrl = '/docs-base/';
const address = useSmallSite({
  pages: {
    'index.mdx': [
      '---',
      'title: Home',
      'description: About.',
      '---',
      '',
      '```ts file=websocket-chat/src/server/routes/api/ws/chat.ts',
      '```',
      '',
      '<Playground of="websocket-chat/src/server/routes/api/ws/chat.ts" />',
      '',
    ].join('\n'),
    // Where the name of the shown file leads.
    'examples/websocket-chat.mdx': [
      '---',
      'title: Chat',
      'description: Its files.',
      '---',
      '',
      '<ExampleFiles of="websocket-chat" />',
      '',
    ].join('\n'),
  },
  catalogues: {},
  env: {},
  locales: ['en'],
  baseUrl,
});

it('a playground runs below a path of a host, under the policy, and offline once it is open', async () => {
  const page = await browser.open();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address('')) && !url.startsWith('blob:')) {
      elsewhere.push(url);
    }
  });
  const response = await page.goto(address(''), { waitUntil: 'networkidle' });
  expect(new URL(page.url()).pathname).toBe(baseUrl);
  expect(response?.headers()['content-security-policy']).toContain(
    "frame-ancestors 'none'",
  );
  await page.locator('.playground-closed button').click();
  const panel = page.locator('.playground');
  await panel.locator('[data-from=server]').first().waitFor();
  await page.context().setOffline(true);
  await panel.getByRole('button', { name: 'Restart' }).click();
  await panel.getByRole('button', { name: 'Add a client' }).click();
  await panel.getByRole('button', { name: 'Connect Cleo' }).click();
  await panel
    .locator('li[data-client=Cleo] [data-from=server]')
    .first()
    .waitFor();
  expect(elsewhere).toEqual([]);
});
