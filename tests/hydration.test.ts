import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';

const browser = useBrowser();
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

it.each([
  'index',
  'introduction',
  'websockets',
  'where-a-route-lives',
  'symptoms',
  'examples/websocket-chat',
  'de/server-sent-events',
  'zh-Hans/api-routes',
  'de/no-such-page',
])('%s loads no script before it is touched', async (path) => {
  const page = await browser.open();
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') loaded.push(request.url());
  });
  await page.goto(address(path === 'index' ? '' : path), {
    waitUntil: 'networkidle',
  });
  expect(loaded).toEqual([]);
  expect(await bytesOfInlineScripts(page)).toBeLessThan(2_000);

  // A browser tells of a pointer that rests where the page appears; this one rests in a corner.
  await page.evaluate(() => {
    for (const type of ['pointermove', 'pointermove']) {
      document.body.dispatchEvent(new PointerEvent(type, { bubbles: true }));
    }
  });
  expect(loaded).toEqual([]);

  await page.mouse.move(201, 200);
  await page.locator('html[data-has-hydrated=true]').waitFor();
  expect(loaded.length).toBeGreaterThan(1);
});

it('does once what was clicked before the scripts came', async () => {
  const { page, arrive } = await openSlowly('introduction', wide);
  const html = page.locator('html');
  // The choices follow each other: system, light, dark.
  const choice = () => html.getAttribute('data-theme-choice');
  expect(await choice()).toBe('system');
  await page.locator('.navbar button[class*=toggleButton]').click();
  expect(await choice()).toBe('system');
  arrive();
  await page.locator('html[data-theme-choice=light]').waitFor();
  expect(await choice()).toBe('light');
});

it('opens the menu of a phone that was tapped before', async () => {
  const { page, arrive } = await openSlowly('de/websockets', phone, true);
  await page.locator('button.navbar__toggle').tap();
  arrive();
  await page.locator('.navbar-sidebar--show').waitFor();
});

it.each(['/', 'Control+k'])(
  'opens the search for %s that was pressed before',
  async (key) => {
    const { page, arrive } = await openSlowly('websockets', wide);
    await page.keyboard.press(key);
    arrive();
    await page.locator('dialog[open] input').waitFor();
  },
);

it('opens the menu of the languages for Enter that was pressed before', async () => {
  const { page, arrive } = await openSlowly('websockets', wide);
  await page.locator('.navbar .dropdown > a').focus();
  await page.keyboard.press('Enter');
  arrive();
  await page.locator('.dropdown--show').waitFor();
});

it('takes over what was chosen in a list before', async () => {
  const { page, arrive } = await openSlowly('where-a-route-lives', wide);
  const list = page.locator('.url-finder select[name=layout]');
  const last = await list.locator('option').last().getAttribute('value');
  await list.selectOption(last);
  arrive();
  await page.waitForURL((url) => url.searchParams.get('layout') === last);
  expect(await list.inputValue()).toBe(last);
});

it('takes the scripts at once where the address says more than a place', async () => {
  const page = await browser.open();
  await page.goto(address('where-a-route-lives?server=development'));
  await page.locator('html[data-has-hydrated=true]').waitFor();
});

it('leaves links and disclosures to the browser when no script can be had', async () => {
  const page = await browser.open({ viewport: wide });
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(address('examples/websocket-chat'), {
    waitUntil: 'networkidle',
  });
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

/** A page whose scripts are under way until they are let in. */
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
  await page.goto(address(path), { waitUntil: 'networkidle' });
  return { page, arrive };
}

async function bytesOfInlineScripts(page: Page): Promise<number> {
  const scripts = await page
    .locator('script:not([src])')
    .evaluateAll((all) => all.map((script) => script.textContent));
  return gzipSync(scripts.join('\n')).length;
}
