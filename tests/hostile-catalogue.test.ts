import { load } from 'cheerio';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import {
  allowed,
  hostileLocale,
  injected,
  shown,
} from './support/small-site/hostile.ts';
import { useSmallSite } from './support/small-site/served.ts';
import { touch } from '../scripts/browser/page.ts';

const browser = useBrowser();
const { address, sent, written } = useSmallSite();

describe('a hostile catalogue', () => {
  // Shared, and without the policy, so that only escaping protects the page.
  let page: Page;
  const calls: string[] = [];
  beforeAll(async () => {
    page = await browser.open({ bypassCSP: true }, (own) => (close = own));
    await page.exposeFunction('evil', () => calls.push(page.url()));
    // Responds with a download, so that the page stays open.
    await page.route('https://stackblitz.com/**', (route) =>
      route.fulfill({ status: 204 }),
    );
  });
  let close = () => Promise.resolve();
  afterAll(() => close());

  async function expectNothingRan(): Promise<void> {
    expect(await page.evaluate(injected)).toEqual([]);
    expect(calls).toEqual([]);
  }

  it.each([
    '',
    'barely',
    'examples/websocket-chat',
    'translation-status',
    'nowhere',
    'stackblitz/websocket-chat.html',
  ])('runs no code on /%s', async (path) => {
    // The page for StackBlitz submits its form while it loads, so its load event never fires.
    await page.goto(address(`${hostileLocale}/${path}`), {
      waitUntil: path.endsWith('.html') ? 'commit' : 'load',
    });
    await page.waitForFunction(() => document.readyState !== 'loading');
    await expectNothingRan();
    if (path.endsWith('.html')) return;
    await touch(page);
    await expectNothingRan();
  });

  it('runs no code when a reader uses translated controls', async () => {
    await page.goto(address(`${hostileLocale}/everything`));
    await expectNothingRan();
    await touch(page);
    await page.locator('.playground-closed button').first().click();
    const panel = page.locator('.playground').first();
    await panel.locator('[data-from=server]').first().waitFor();
    await page.locator('.url-finder select').first().selectOption({ index: 1 });
    await page.keyboard.press('/');
    await page.getByRole('dialog').locator('input').fill('socket');
    await page.getByRole('dialog').getByText('evil()').first().waitFor();
    await expectNothingRan();
  });

  it('shows its texts unchanged, which the tests above depend on', async () => {
    expect(written().interfaceMessages).toBeGreaterThan(250);
    expect(written().frontMatterFields).toBe(14);
    const $ = await sent(`${hostileLocale}/everything`);
    expect($('.footer__copyright').text()).toContain(shown);
    expect($('h1').text()).toBe(`Everything ${shown}`);
    expect($('title').text()).toContain(shown);
    expect($('meta[name=description]').attr('content')).toContain(shown);
    expect($('meta[name=keywords]').attr('content')).toContain(shown);
    expect($('.navbar').text()).toContain(shown);
    expect($('.menu__link--active').text()).toBe(`All ${shown}`);
    const data = $('script[type="application/ld+json"]').text();
    expect(JSON.stringify(JSON.parse(data))).toContain('evil()');
    // Refused messages stay in English.
    const barely = await sent(`${hostileLocale}/barely`);
    expect(barely('h1 [lang=en]').text()).toBe('Barely');
    expect(barely('h1 small').text()).toContain(shown);
    const feed = await fetch(address(`${hostileLocale}/feed.xml`));
    const xml = load(await feed.text(), { xml: true });
    expect(xml('feed > title').text()).toContain(allowed[0]);
  });

  it("doesn't change the policy", async () => {
    const [english, hostile] = await Promise.all(
      ['', `${hostileLocale}/everything`].map(async (path) => {
        const { headers } = await fetch(address(path));
        return headers.get('content-security-policy');
      }),
    );
    expect(english).toContain("'sha256-");
    // Two rules match the page of a language, and browsers apply both.
    expect(hostile).toBe(`${english}, ${english}`);
  });
});
