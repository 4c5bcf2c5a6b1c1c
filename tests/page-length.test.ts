import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address, english, pagesOf } from './support/site.ts';

const screen = { width: 1440, height: 900 };
const mostScreens = 8;

const browser = useBrowser();

it('no page is longer than 8 screens with its code folded', async () => {
  // Code is folded without scripts too.
  const page = await browser.open({
    viewport: screen,
    javaScriptEnabled: false,
  });
  const long: string[] = [];
  for (const path of pagesOf(english)) {
    await page.goto(address(path));
    const height = await page
      .locator('html')
      .evaluate((html) => html.scrollHeight);
    const screens = height / screen.height;
    if (screens > mostScreens) long.push(`/${path}: ${screens.toFixed(1)}`);
  }
  expect(long).toEqual([]);
});
