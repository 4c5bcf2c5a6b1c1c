import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';

const browser = useBrowser();
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

it('repeats a click before hydration once', async () => {
  const { page, arrive } = await openSlowly('introduction', wide);
  const html = page.locator('html');
  // The choices cycle: system, light, dark.
  const choice = () => html.getAttribute('data-theme-choice');
  expect(await choice()).toBe('system');
  await page.locator('.navbar button[class*=toggleButton]').click();
  expect(await choice()).toBe('system');
  arrive();
  await page.locator('html[data-theme-choice=light]').waitFor();
  expect(await choice()).toBe('light');
});

it('opens the phone menu after a tap before hydration', async () => {
  const { page, arrive } = await openSlowly('de/websockets', phone, true);
  await page.locator('button.navbar__toggle').tap();
  arrive();
  await page.locator('.navbar-sidebar--show').waitFor();
});

it.each(['/', 'Control+k'])(
  'opens the search after %s before hydration',
  async (key) => {
    const { page, arrive } = await openSlowly('websockets', wide);
    await page.keyboard.press(key);
    arrive();
    await page.locator('dialog[open] input').waitFor();
  },
);

it('opens the locale menu after Enter before hydration', async () => {
  const { page, arrive } = await openSlowly('websockets', wide);
  await page.locator('.navbar .dropdown > a').focus();
  await page.keyboard.press('Enter');
  arrive();
  await page.locator('.dropdown--show').waitFor();
});

it('keeps a selection made before hydration', async () => {
  const { page, arrive } = await openSlowly('files-and-urls', wide);
  const list = page.locator('.url-finder select[name=layout]');
  const last = await list.locator('option').last().getAttribute('value');
  await list.selectOption(last);
  arrive();
  await page.waitForURL((url) => url.searchParams.get('layout') === last);
  expect(await list.inputValue()).toBe(last);
});

it('loads the scripts immediately if the URL contains more than a path', async () => {
  const page = await browser.open();
  await page.goto(address('files-and-urls?server=development'));
  await page.locator('html[data-has-hydrated=true]').waitFor();
});

it('leaves links and details to the browser without scripts', async () => {
  const page = await browser.open({ viewport: wide });
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(address('examples/websocket-chat'));
  const failed = page.waitForEvent('requestfailed');
  await page.mouse.wheel(0, 1);
  await failed;
  await page.locator('main details > summary').first().click();
  await page.locator('main details[open]').first().waitFor();
  await page
    .locator('.menu')
    .getByRole('link', { name: 'Server-sent events' })
    .first()
    .click();
  await page.waitForURL(address('server-sent-events'));
});

/** Opens a page whose scripts load only when the test allows it. */
async function openSlowly(
  path: string,
  viewport: { readonly width: number; readonly height: number },
  hasTouch = false,
): Promise<{ page: Page; arrive: () => void }> {
  const page = await browser.open({ viewport, hasTouch });
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(address(path));
  return { page, arrive };
}
