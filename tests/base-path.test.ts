import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { baseUrl, useSmallSite } from './support/small-site/served.ts';
import { touch } from '../scripts/browser/page.ts';

const browser = useBrowser();
const { address } = useSmallSite();

it('a playground runs below a base path, under the policy, and offline once it is open', async () => {
  const page = await browser.open();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address('')) && !url.startsWith('blob:')) {
      elsewhere.push(url);
    }
  });
  const response = await page.goto(address('everything'));
  expect(new URL(page.url()).pathname).toBe(`${baseUrl}everything`);
  expect(response?.headers()['content-security-policy']).toContain(
    "frame-ancestors 'none'",
  );
  await touch(page);
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
