import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address, locales } from './support/site.ts';

const browser = useBrowser();

it.each(locales)('$name is readable without JavaScript', async (locale) => {
  const page = await browser.open({
    javaScriptEnabled: false,
    viewport: { width: 1440, height: 900 },
  });
  await page.goto(address(`${locale.prefix}websockets`));
  expect(await page.locator('h1').isVisible()).toBe(true);
  const code = page.locator('pre code').first();
  expect(await code.isVisible()).toBe(true);
  expect((await page.locator('article').innerText()).length).toBeGreaterThan(
    2000,
  );
  // Controls that need scripts are hidden.
  expect(await page.locator('.navbar button[aria-haspopup]').isVisible()).toBe(
    false,
  );
  await page.locator('.menu__link[href$="/quick-start"]').click();
  await page.waitForURL(address(`${locale.prefix}quick-start`));
});
