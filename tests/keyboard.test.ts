import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';
import { visit } from './support/visit.ts';

const browser = useBrowser();

it('the first Tab focuses the skip link', async () => {
  const page = await open('websockets');
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  expect(await skip.textContent()).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(
    () => document.activeElement?.closest('main, nav')?.nodeName,
  );
  expect(inMain).toBe('MAIN');
});

it('the locale menu opens with a key', async () => {
  const page = await open('websockets');
  await page.locator('.navbar .dropdown > a').focus();
  await page.keyboard.press('Enter');
  await page.locator('.dropdown--show').waitFor();
  const focused = page.locator(':focus');
  // Keys are ignored before the menu is rendered.
  await page.locator('.dropdown__menu').getByText('Deutsch').waitFor();
  // English is first, German second.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect.poll(() => focused.textContent()).toBe('Deutsch');
  await page.keyboard.press('Enter');
  await page.waitForURL(address('de/websockets'));
});

it.each(['/', 'Control+k'])('%s opens the search', async (key) => {
  const page = await open('introduction');
  await page.keyboard.press(key);
  const input = page.getByRole('dialog').locator('input');
  await input.waitFor();
  expect(await input.evaluate((own) => own === document.activeElement)).toBe(
    true,
  );
  expect(await input.inputValue()).toBe('');
});

it('arrow keys move through the results, Enter opens one, Escape closes', async () => {
  const page = await open('introduction');
  const button = page.getByRole('button', { name: 'Search' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.type('socket');
  const links = page.locator('dialog ol a');
  await links.nth(1).waitFor();
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('href'));

  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() => focused())
    .toBe(await links.nth(0).getAttribute('href'));
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() => focused())
    .toBe(await links.nth(1).getAttribute('href'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => focused()).toBeNull();

  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
  expect(await button.evaluate((own) => own === document.activeElement)).toBe(
    true,
  );

  await page.keyboard.press('/');
  const first = (await links.first().getAttribute('href')) ?? '';
  await page.keyboard.press('Enter');
  await page.waitForURL(new URL(first, page.url()).href);
  await expect.poll(() => page.locator('dialog[open]').count()).toBe(0);
});

async function open(path: string) {
  const page = await browser.borrow({ viewport: { width: 1440, height: 900 } });
  await visit(page, path);
  return page;
}
