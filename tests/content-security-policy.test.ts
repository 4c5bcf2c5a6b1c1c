import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { builtFiles } from './support/built-page.ts';
import { address, locales } from './support/site.ts';
import { touch } from '../scripts/browser/page.ts';

// Every other test of a page runs under the policy, too, and fails after a violation: see support/browser.ts.
const browser = useBrowser();

const own = ["'self'"];
/** Sources besides the hashes of the build. */
const common = {
  'default-src': own,
  'object-src': ["'none'"],
  'font-src': ["'none'"],
  'media-src': ["'none'"],
  'manifest-src': ["'none'"],
  'script-src': [...own, "'wasm-unsafe-eval'"],
  'style-src': [...own, "'unsafe-hashes'"],
  'img-src': [...own, 'data:'],
  'connect-src': [
    ...own,
    'http://localhost:*',
    'ws://localhost:*',
    'http://127.0.0.1:*',
    'ws://127.0.0.1:*',
  ],
  'worker-src': own,
  'frame-src': own,
  'form-action': ['https://stackblitz.com'],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

describe.each(locales)('in $name', ({ prefix }) => {
  it.each([
    '',
    'websockets',
    'examples/websocket-chat',
    'stackblitz/api-routes.html',
    'nowhere',
    'nowhere/at-all',
  ])(
    '/%s is served with the policy, which trusts no inline text',
    async (path) => {
      const policy = await policyOf(prefix + path);
      expect(withoutHashes(policy)).toEqual(common);
    },
  );

  it('the sandbox of the playground has its own policy, and only the site frames it', async () => {
    const name = new RegExp(
      `^${prefix}assets/playground/sandbox\\.\\w+\\.html$`,
    );
    const [sandbox, ...more] = builtFiles(name);
    expect(more).toEqual([]);
    expect(await policyOf(sandbox?.file ?? '')).toEqual({
      'frame-ancestors': ["'self'"],
      sandbox: ['allow-scripts'],
    });
  });
});

it('a page without headers contains the policy', () => {
  const pages = builtFiles(/\.html$/).filter(
    ({ file }) => !file.includes('assets/'),
  );
  expect(pages.length).toBeGreaterThan(50);
  for (const { file, text } of pages) {
    const meta = load(text)('meta[http-equiv=Content-Security-Policy]');
    expect(meta, file).toHaveLength(1);
    expect(text.indexOf('<script')).toBeGreaterThan(text.indexOf('http-equiv'));
    const own = directivesOf(meta.attr('content') ?? '');
    expect(withoutHashes(own), file).toEqual(
      Object.fromEntries(
        Object.entries(common).filter(([name]) => name !== 'frame-ancestors'),
      ),
    );
  }
});

it('blocks injected content', async () => {
  // Violations are expected here.
  const page = await browser.open({}, () => undefined);
  await page.goto(address('websockets'));
  const outcome = await page.evaluate(async (base) => {
    const refused = new Set<string>();
    const all = new Promise<void>((resolve) => {
      addEventListener('securitypolicyviolation', (event) => {
        refused.add(`${event.effectiveDirective} ${event.blockedURI}`);
        if (refused.size === 10) resolve();
      });
    });
    const place = document.createElement('div');
    document.body.append(place);
    place.innerHTML = [
      '<img src="https://example.com/x.png" onerror="document.title = 1">',
      '<p style="position: fixed"></p>',
      `<base href="${base}elsewhere/">`,
      '<iframe src="https://example.com"></iframe>',
      `<form action="${base}elsewhere"></form>`,
    ].join('');
    const inline = document.createElement('script');
    inline.textContent = 'document.title = "inline"';
    const foreign = document.createElement('script');
    foreign.src = 'https://example.com/x.js';
    place.append(inline, foreign);
    place.querySelector('form')?.requestSubmit();
    const sent = await fetch('https://example.com/').catch(String);
    // Delayed, since the test itself may evaluate text.
    setTimeout(() => {
      (0, eval)('document.title = "evaluated"');
    });
    await all;
    return { refused: [...refused].sort(), sent, title: document.title };
  }, address(''));
  expect(outcome).toEqual({
    refused: [
      `base-uri ${address('elsewhere/')}`,
      'connect-src https://example.com/',
      `form-action ${address('elsewhere?')}`,
      'frame-src https://example.com',
      'img-src https://example.com/x.png',
      'script-src eval',
      'script-src-attr inline',
      'script-src-elem https://example.com/x.js',
      'script-src-elem inline',
      'style-src-attr inline',
    ],
    sent: 'TypeError: Failed to fetch',
    title: 'WebSockets | Realtime Analog',
  });
  await page.context().close();
});

it('blocks nothing while a reader navigates', async () => {
  const page = await browser.borrow({
    viewport: { width: 1440, height: 900 },
  });
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      problems.push(message.text());
    }
  });
  page.on('pageerror', ({ message }) => problems.push(message));
  await page.goto(address(''));
  await touch(page);
  await page.locator('.navbar a', { hasText: 'Guide' }).click();
  // Client-side navigation, in which each page adds its scripts and styles.
  for (const path of ['files-and-urls', 'about', 'websockets']) {
    await page
      .locator(`.menu__link[href="${new URL(address(path)).pathname}"]`)
      .first()
      .click();
    await page.waitForURL(address(path));
  }
  const toggle = page.locator('.navbar button[class*=toggleButton]');
  await toggle.click();
  await toggle.click();
  await page.locator('.playground-closed button').first().click();
  await page.locator('.playground__frames li').first().waitFor();
  await page.keyboard.press('/');
  await page.getByRole('dialog').locator('input').fill('socket');
  await page.locator('dialog ol a').first().click();
  await page.locator('dialog').waitFor({ state: 'hidden' });
  expect(problems).toEqual([]);
  await page.goto(address('nowhere'));
  await touch(page);
  // Chromium reports the status of the page itself.
  expect(problems.filter((text) => !text.includes('404'))).toEqual([]);
});

/** Returns the directives of a path by name. */
async function policyOf(path: string): Promise<Record<string, string[]>> {
  const { headers } = await fetch(address(path));
  return directivesOf(headers.get('content-security-policy') ?? '');
}

function directivesOf(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

function withoutHashes(policy: Record<string, string[]>) {
  const isHash = (source: string) => /^'sha256-[\w+/]{43}='$/.test(source);
  return Object.fromEntries(
    Object.entries(policy).map(([name, sources]) => [
      name,
      sources.filter((source) => !isHash(source)),
    ]),
  );
}
