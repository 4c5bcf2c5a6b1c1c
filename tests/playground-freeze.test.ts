import fc from 'fast-check';
import { createServer } from 'node:http';
import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { listen } from '../scripts/site/ports.ts';
import type { HandlerKind } from '../src/playground/build/data.ts';
import { usePanelPage } from './playground/served-panel.ts';
import { useBrowser } from './support/browser.ts';
import { launchFirefox } from './support/launch.ts';

const served = usePanelPage();
/** Milliseconds. Catches freezes of seconds; unit tests limit the work per frame. */
const freeze = 6_000;
/** Maximum number of characters that a log shows at first. */
const mostShown = 130_000;

/** Code that is slow to highlight, compile or lay out. */
const hostileCode: Readonly<Record<string, string>> = {
  'a long word': 'a'.repeat(63_000),
  'generics in calls': `${'a<b>('.repeat(40)})`,
  'short tokens': 'a;'.repeat(31_000),
  'many lines': '\n'.repeat(63_000),
  'as many lines as a link may have': 'a\n'.repeat(1_000),
  'nested brackets': '['.repeat(63_000),
  'nested templates': '`${'.repeat(20_000),
  'open comments': '/*'.repeat(31_000),
  'accents on one letter': `a${'\u0301'.repeat(20_000)}`,
  'as many accents as a link may have': `a${'\u0301'.repeat(1_500)}`,
  'two directions': 'a\u0633'.repeat(1_500),
  'many scripts': Array.from({ length: 1_500 }, (_, index) =>
    String.fromCodePoint(0x3400 + 7 * index),
  ).join(''),
  'a regular expression': `/${'(a*)*'.repeat(10_000)}/`,
  ...drawn(),
};

/** Generates random inputs. */
function drawn(): Record<string, string> {
  const unit = fc.string({
    unit: fc.constantFrom(
      ...Array.from('ab<>(){}[]`$\'"/*=;:, \n\u0301\u0633漢'),
    ),
    minLength: 1,
    maxLength: 6,
  });
  const seed = Date.now();
  return Object.fromEntries(
    fc
      .sample(unit, { numRuns: 6, seed })
      .map((text) => [
        `seed ${seed}: ${JSON.stringify(text)}`,
        text.repeat(60_000 / text.length),
      ]),
  );
}

/** Inputs for Firefox; Chromium gets all. */
const inFirefox = [
  'a long word',
  'generics in calls',
  'as many accents as a link may have',
  '20 MB',
  '60 MB without a line break, then single bytes',
];

describe.each([
  ['Chromium', undefined, () => true],
  ['Firefox', launchFirefox, (name: string) => inFirefox.includes(name)],
] as const)('in %s', (browserName, launch, tries) => {
  const browser = useBrowser(launch);

  it.each(Object.entries(hostileCode).filter(([name]) => tries(name)))(
    'a link with %s neither freezes the page nor prevents a run without a message',
    async (name, code) => {
      const page = await browser.open();
      await open(page, 'websocket', code);
      const area = page.locator('.playground-edit__text');
      const refused = page.getByRole('alert');
      await area.or(refused).first().waitFor();
      await idle(page);
      const shown = await longestFrame(page);
      let run = 0;
      if ((await refused.count()) === 0) {
        expect(await area.inputValue()).toBe(code);
        await page
          .getByRole('button', { name: 'Run the code' })
          .first()
          .click();
        await page
          .locator('.playground-edit__problems li')
          .or(page.getByText('The server runs this code.'))
          .first()
          .waitFor();
        run = await longestFrame(page);
      }
      report(browserName, `link: ${name}`, { shown, run });
    },
  );

  it('a server that sends much data neither freezes the page nor fills it', async () => {
    const page = await browser.open();
    await open(page, 'websocket', 'export default {}');
    report(browserName, 'idle', { shown: await longestFrame(page), run: 0 });
    for (const [kind, name, code] of servers) {
      if (!tries(name)) continue;
      await page.goto('about:blank');
      await open(page, kind, code);
      await page.locator('.playground-edit__notice').waitFor();
      await page.getByRole('button', { name: 'Run the code' }).first().click();
      await page.getByText('The server runs this code.').waitFor();
      const action = {
        websocket: undefined,
        'event-stream': 'Connect',
        http: 'Send the request',
      }[kind];
      if (action !== undefined) {
        await page.getByRole('button', { name: action, exact: true }).click();
      }
      await page
        .locator('.playground__frames li')
        .nth(1)
        .or(page.locator('pre.playground__frame'))
        .first()
        .waitFor();
      await idle(page);
      await page
        .getByRole('checkbox', { name: 'Format JSON' })
        .setChecked(kind !== 'http');
      await idle(page);
      const text = await page.locator('.playground').innerText();
      expect(text.length, name).toBeLessThan(mostShown);
      const run = await longestFrame(page);
      const more = page.getByRole('button', { name: 'Show more' }).first();
      if ((await more.count()) > 0) await more.click();
      await idle(page);
      report(browserName, name, { shown: await longestFrame(page), run });
      await page.getByRole('button', { name: 'Close the playground' }).click();
      await page.locator('.playground').waitFor({ state: 'detached' });
    }
  });
});

const socket = (body: string) =>
  `import { defineWebSocketHandler } from 'h3';\nexport default defineWebSocketHandler({ open(peer) { ${body} } });`;
const handler = (body: string) =>
  `import { defineEventHandler, setHeader } from 'h3';\nexport default defineEventHandler((event) => { ${body} });`;
const stream = (body: string) =>
  handler(
    `const text = new TextEncoder(); return new Response(new ReadableStream({ async start(out) { ${body} } }), { headers: { 'content-type': 'text/event-stream' } });`,
  );

const servers: readonly (readonly [HandlerKind, string, string])[] = [
  ['websocket', '1 MB', socket(`peer.send('x'.repeat(1e6));`)],
  [
    'websocket',
    '300 × 100 kB',
    socket(`for (let n = 0; n < 300; n += 1) peer.send('x'.repeat(1e5));`),
  ],
  ['websocket', '20 MB', socket(`peer.send('x'.repeat(2e7));`)],
  [
    'websocket',
    '20 MB of short lines',
    socket(`peer.send('ab\\n'.repeat(7e6));`),
  ],
  [
    'websocket',
    '300 × 300 lines',
    socket(`for (let n = 0; n < 300; n += 1) peer.send('\\n'.repeat(300));`),
  ],
  [
    'websocket',
    '300 × deep JSON',
    socket(
      `for (let n = 0; n < 300; n += 1) peer.send('['.repeat(160) + ']'.repeat(160));`,
    ),
  ],
  [
    'websocket',
    'accents on one letter',
    socket(`peer.send('a' + '\\u0301'.repeat(1e6));`),
  ],
  [
    'websocket',
    'two directions',
    socket(
      `for (let n = 0; n < 300; n += 1) peer.send('a\\u0633'.repeat(1e4));`,
    ),
  ],
  [
    'websocket',
    '200,000 frames',
    socket(`for (let n = 0; n < 2e5; n += 1) peer.send('x');`),
  ],
  [
    'websocket',
    '300 printed lines of 10 kB',
    socket(
      `for (let n = 0; n < 300; n += 1) console.log('x'.repeat(1e4)); peer.send('x');`,
    ),
  ],
  ['http', 'a body of 30 MB', handler(`return 'x'.repeat(3e7);`)],
  ['http', 'deep JSON', handler(`return '['.repeat(4e4) + ']'.repeat(4e4);`)],
  [
    'http',
    '10,000 headers',
    handler(
      `for (let n = 0; n < 1e4; n += 1) setHeader(event, 'x-' + n, 'x'.repeat(100)); return 'x';`,
    ),
  ],
  [
    'event-stream',
    '60 MB without a line break, then single bytes',
    stream(
      `out.enqueue(text.encode('data: ' + 'x'.repeat(6e7))); for (let n = 0; n < 1e4; n += 1) { out.enqueue(text.encode('y')); if (n % 100 === 0) await new Promise((done) => setTimeout(done)); } out.enqueue(text.encode('\\n\\n'));`,
    ),
  ],
  [
    'event-stream',
    '30 MB of short events',
    stream(`out.enqueue(text.encode('data:x\\n\\n'.repeat(4e6)));`),
  ],
  [
    'event-stream',
    'a megabyte in an id',
    stream(
      `out.enqueue(text.encode('id: ' + 'x'.repeat(1e6) + '\\ndata: x\\n\\n'));`,
    ),
  ],
];

describe('an external server', () => {
  const browser = useBrowser();
  let port = 0;
  const http = createServer((_request, response) => {
    response.writeHead(200, { 'access-control-allow-origin': '*' });
    response.end('x'.repeat(30_000_000));
  });
  const sockets = new WebSocketServer({ server: http });
  sockets.on('connection', (client) => client.send('x'.repeat(10_000_000)));
  beforeAll(async () => {
    port = await listen(http, 0, 'npm test');
  });
  afterAll(() => {
    sockets.close();
    http.closeAllConnections();
    http.close();
  });

  it.each([
    ['http', 'http', 'Send the request'],
    ['websocket', 'ws', 'Connect Ada'],
  ] as const)(
    "its large response doesn't freeze the page: %s",
    async (kind, scheme, action) => {
      const page = await browser.open();
      await open(page, kind, 'export default {}');
      await page.getByRole('button', { name: 'Your own server' }).click();
      const place = page.locator('.playground__target:not([hidden])').last();
      await place
        .getByRole('textbox', { name: 'URL' })
        .fill(`${scheme}://localhost:${port}/`);
      await longestFrame(page);
      await place.getByRole('button', { name: action, exact: true }).click();
      await place.getByRole('button', { name: 'Show more' }).first().waitFor();
      await idle(page);
      const shown = await longestFrame(page);
      await place.getByRole('button', { name: 'Show more' }).first().click();
      await idle(page);
      report('Chromium', `own server: ${kind}`, {
        shown,
        run: await longestFrame(page),
      });
      expect((await place.innerText()).length).toBeLessThan(30_000);
    },
  );
});

async function open(
  page: Page,
  kind: HandlerKind,
  code: string,
): Promise<void> {
  const { url, runtime } = served();
  await page.goto(url);
  const texts = { 'example/src/server/routes/api/handler.ts': code };
  const packed = deflateRawSync(JSON.stringify(texts), { level: 9 });
  await page.evaluate(
    ([own, fragment, text]) => window.panelPage.open(own, fragment, text),
    [kind, `#edit=${packed.toString('base64url')}`, runtime] as const,
  );
}

/** Waits for two rendered frames. */
function idle(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => setTimeout(resolve, 300)),
        );
      }),
  );
}

function longestFrame(page: Page): Promise<number> {
  return page.evaluate(() => Math.round(window.panelPage.longestFrame()));
}

function report(
  browser: string,
  name: string,
  frames: { readonly shown: number; readonly run: number },
): void {
  console.log(`${browser}, ${name}: longest frames`, frames);
  expect(Math.max(frames.shown, frames.run), name).toBeLessThan(freeze);
}
