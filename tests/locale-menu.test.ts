import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();

it('the locale menu keeps the page and the fragment', async () => {
  const page = await browser.borrow({ viewport: { width: 1440, height: 900 } });
  await visit(page, 'websockets?from=here');
  await page.locator('.table-of-contents a[href="#publish-text"]').click();

  for (const [label, path] of [
    ['Deutsch', 'de/websockets?from=here#publish-text'],
    ['简体中文', 'zh/websockets?from=here#publish-text'],
    ['English', 'websockets?from=here#publish-text'],
  ] as const) {
    await page.locator('.navbar .dropdown').hover();
    await page.locator('.dropdown__menu').getByText(label).click();
    await page.waitForURL(address(path));
    // Heading ids are the same in all languages.
    expect(await page.locator('h3#publish-text').count()).toBe(1);
  }
});
