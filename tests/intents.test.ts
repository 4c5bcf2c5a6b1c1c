import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { builtPage } from './support/built-page.ts';
import { locales, settings } from './support/site.ts';
import { visit } from './support/visit.ts';

/** What readers come for: the links that they click, from the home page on, and text of the block that answers them. */
interface Intent {
  readonly intent: string;
  readonly links: readonly string[];
  readonly answer: string;
}

const intents: readonly Intent[] = [
  {
    intent: 'enable WebSockets',
    links: ['websockets#enable-websockets'],
    answer: 'websocket: true',
  },
  {
    intent: 'find out why a socket receives nothing',
    links: ['troubleshooting#silent'],
    answer: 'The URL is wrong.',
  },
  {
    intent: 'find the URL of a handler',
    links: ['files-and-urls#from-file-to-url'],
    answer: 'src/server/routes/api/ws/chat.ts',
  },
  {
    intent: 'resolve an HMR port conflict',
    links: ['development-server#hmr-port'],
    answer: 'HMR and your sockets share one port',
  },
  {
    intent: 'authenticate a socket',
    links: ['authentication#authenticate-in-the-upgrade-hook'],
    answer: 'upgrade(',
  },
  {
    intent: 'send to all clients from an API route',
    links: ['broadcast-from-a-route'],
    answer: 'defineEventHandler',
  },
  {
    intent: 'show an event stream with signals',
    links: ['angular-client#a-minimal-client'],
    answer: 'new EventSource',
  },
  {
    intent: 'deploy behind nginx',
    links: ['nginx#configuration'],
    answer: 'proxy_set_header',
  },
  {
    intent: 'scale with Redis',
    links: ['scale-with-redis#define-the-broker-interface'],
    answer: 'interface Broker',
  },
  {
    intent: 'upload a file',
    links: ['uploads-and-downloads#upload-a-file'],
    answer: 'defineEventHandler',
  },
  {
    intent: 'test a handler',
    links: ['testing#unit-test-a-handler'],
    answer: 'new Request',
  },
  {
    intent: 'deploy to Cloudflare or Vercel',
    links: ['other-hosts'],
    answer: 'vercel',
  },
];

const mostClicks = 2;
const screen = { width: 1440, height: 900 };
const mostScreens = 1.5;

const browser = useBrowser();

it.each(intents)(
  'lets a reader $intent after at most 2 clicks and 1.5 screens',
  async ({ links, answer }) => {
    expect(links.length).toBeLessThanOrEqual(mostClicks);
    const page = await browser.borrow({ viewport: screen });
    await visit(page, '');
    let scrolled = 0;
    for (const link of links) {
      const target = page.locator(selectorOf(link)).first();
      const { y, height } = await boxOf(target);
      scrolled += Math.max(0, y + height - screen.height);
      await target.click();
      await page.waitForURL(`**/${link}`);
      await arrive(page, link);
    }
    const block = page
      .locator('main :is(pre, table, ol, p)')
      .filter({ hasText: answer })
      .first();
    const { y } = await boxOf(block);
    scrolled += Math.max(0, y);
    expect(scrolled / screen.height).toBeLessThanOrEqual(mostScreens);
  },
);

it.each(locales)('links all intents from the home page in $name', (locale) => {
  const $ = builtPage(locale.prefix);
  for (const { links } of intents) {
    const [first = ''] = links;
    const selector = selectorOf(locale.prefix + first);
    expect($(selector).length, first).toBeGreaterThan(0);
  }
});

function selectorOf(link: string): string {
  return `main a[href="${settings.baseUrl}${link}"]`;
}

/** Waits until a new page shows the heading that the link leads to. */
async function arrive(page: Page, link: string): Promise<void> {
  const [, anchor] = link.split('#');
  if (anchor === undefined) return;
  const heading = page.locator(`[id="${anchor}"]`);
  await expect
    .poll(async () => (await boxOf(heading)).y)
    .toBeLessThan(screen.height / 3);
}

/** Returns the box of an element, from the top of the screen. */
async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error(`Nothing shows ${element.toString()}.`);
  return box;
}
