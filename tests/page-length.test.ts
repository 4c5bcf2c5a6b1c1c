import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address, english, pagesOf } from './support/site.ts';

const screen = { width: 1440, height: 900 };
const mostScreens = 8;
/** Lists, of which readers need one entry: error messages, translated pages, files of an example. */
const lists = /^(?:troubleshooting|translation-status|examples\/.*)$/;

const browser = useBrowser();

it('no page is longer than 8 screens with its code folded', async () => {
  const page = await browser.borrow({ viewport: screen });
  const long: string[] = [];
  const pages = pagesOf(english).filter((path) => !lists.test(path));
  for (const path of pages) {
    await page.goto(address(path));
    const height = await page
      .locator('html')
      .evaluate((html) => html.scrollHeight);
    const screens = height / screen.height;
    if (screens > mostScreens) long.push(`/${path}: ${screens.toFixed(1)}`);
  }
  expect(long).toEqual([]);
});
