import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();

it('the locale menu keeps the page and the place in it', async () => {
  const page = await browser.open({ viewport: { width: 1440, height: 900 } });
  await visit(page, 'websockets?from=here');
  await page.locator('.table-of-contents a[href="#send-text"]').click();

  for (const [label, path] of [
    ['Deutsch', 'de/websockets?from=here#send-text'],
    ['简体中文', 'zh-Hans/websockets?from=here#send-text'],
    ['English', 'websockets?from=here#send-text'],
  ] as const) {
    await page.locator('.navbar .dropdown').hover();
    await page.locator('.dropdown__menu').getByText(label).click();
    await page.waitForURL(address(path));
    // The heading has the same id in every language.
    expect(await page.locator('h3#send-text').count()).toBe(1);
  }
});
