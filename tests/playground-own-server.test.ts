import { createServer as createHttp, type Server } from 'node:http';
import { request as forward } from 'node:http';
import { createServer as createHttps } from 'node:https';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core';
import type { Locator, Page } from 'playwright-core';
import {
  afterAll,
  beforeAll,
  describe,
  expect,
  it,
  onTestFinished,
} from 'vitest';
import { installedBrowser } from '../scripts/browser/installed.ts';
import { buildFolder } from '../scripts/site/build-site.ts';
import { listen } from '../scripts/site/listen.ts';
import { siteServer } from '../scripts/site/server.ts';
import { selfSigned } from './support/certificate.ts';
import { useExampleServers } from './support/example-server.ts';
import { client, frames, openFirst } from './support/open-playground.ts';
import { address, settings } from './support/site.ts';

const guide = 'guide.example';
const app = useExampleServers([
  'websocket-chat',
  'handler-scenarios',
  'server-sent-events',
]);
let browser: Browser;
let securePage = '';
const servers: Server[] = [];

beforeAll(async () => {
  const { baseUrl } = settings;
  const site = siteServer({ folder: buildFolder, baseUrl });
  const secure = createHttps(selfSigned(guide), (request, response) => {
    site.emit('request', request, response);
  });
  servers.push(secure);
  const port = await listen(secure, 0, 'npm test');
  securePage = `https://${guide}:${port}${baseUrl}`;
  const executablePath = installedBrowser(process.env);
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic'],
      ...['--disable-background-networking', '--disable-component-update'],
      `--host-resolver-rules=MAP *.example 127.0.0.1`,
      // To Chromium the guide comes from the internet, as it does to readers.
      `--ip-address-space-overrides=127.0.0.1:${port}=public`,
    ],
  });
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

describe('a page over http:', () => {
  it('meets its own server only on a click, and shows the same frames', async () => {
    const page = await open('websockets');
    const contacted = contactsOf(page);
    const place = await ownPlace(page);
    const url = wsUrl('handler-scenarios', '/api/ws/chat');
    await type(place, url);
    expect(contacted).toEqual([]);
    await connect(place, 'Ada');
    await frames(place, 'Ada').first().waitFor();
    expect(contacted).toEqual([url]);
    await connect(place, 'Bob');
    // Ada is welcome, and hears of Bob.
    await frames(place, 'Ada').nth(1).waitFor();
    expect(await frames(place, 'Ada').nth(0).innerText()).toContain(
      '{"type":"welcome","id":"',
    );
    await client(place, 'Bob')
      .getByRole('textbox', { name: 'Message from Bob' })
      .fill('Hello');
    await client(place, 'Bob').getByRole('button', { name: 'Send' }).click();
    await place.getByText('"text":"Hello"').waitFor();
    const ada = client(place, 'Ada');
    await ada.getByRole('textbox', { name: 'Close code' }).fill('4001');
    await ada.getByRole('button', { name: 'Close the connection' }).click();
    await ada.getByText('not connected').waitFor();
    const closes = place.locator('li[data-client=Ada]', { hasText: '4001' });
    expect(await closes.count()).toBe(2);
    expect(await said(place).count()).toBe(0);
  });

  it('says that a handler lets no other origin in, and which', async () => {
    const place = await ownPlace(await open('websockets'));
    await type(place, wsUrl('websocket-chat', '/api/ws/chat'));
    await connect(place, 'Ada');
    await reason(place, 'refused');
    expect(await said(place).innerText()).toContain(
      `add ${new URL(address('')).origin} to those that “upgrade” allows`,
    );
  });

  it('says that a silent socket may be at a wrong URL, with a link to why', async () => {
    const place = await ownPlace(await open('websockets'));
    await type(place, wsUrl('handler-scenarios', '/ws/chat'));
    await connect(place, 'Ada');
    await reason(place, 'silent');
    const link = place.getByRole('link', { name: 'Why a socket stays silent' });
    expect(await link.getAttribute('href')).toMatch(/\/symptoms#silent$/);
  });

  it('says that nobody answers, and contacts nothing that is no address', async () => {
    const page = await open('websockets');
    const place = await ownPlace(page);
    const closed = createHttp();
    const port = await listen(closed, 0, 'npm test');
    await new Promise((resolve) => closed.close(resolve));
    await type(place, `ws://localhost:${port}/`);
    await connect(place, 'Ada');
    await reason(place, 'unreachable');
    const contacted = contactsOf(page);
    for (const [text, problem] of [
      [`localhost:${port}`, 'notUrl'],
      ['javascript:alert(1)', 'scheme'],
      [address(''), 'scheme'],
      [`ws://ada:secret@localhost:${port}/`, 'credentials'],
    ] as const) {
      await type(place, text);
      await connect(place, 'Ada');
      await reason(place, problem);
    }
    // Whom the policy of the site does not name.
    await type(place, `ws://app.example:${port}/`);
    await connect(place, 'Ada');
    await reason(place, 'policy');
    expect(contacted).toEqual([]);
  });

  it('reads a stream with EventSource, which comes back by itself, once it may', async () => {
    const place = await ownPlace(await open('server-sent-events'));
    await type(place, `${app('server-sent-events')}/api/sse`);
    await place.getByRole('button', { name: 'Connect' }).click();
    await reason(place, 'cors');
    const { origin } = new URL(address(''));
    expect(await said(place).innerText()).toContain(
      `Access-Control-Allow-Origin: ${origin}`,
    );
    const proxy = await allowing(origin, app('server-sent-events'));
    await type(place, `${proxy.url}/api/sse`);
    await place.getByRole('button', { name: 'Connect' }).click();
    const ids = place.locator('[data-field=id] samp');
    await ids.nth(1).waitFor();
    proxy.cut();
    const second = place.locator('li', { hasText: 'Connection 2' });
    await second.waitFor();
    const [, run = '', last = ''] =
      /Last-Event-ID: (\w+-)(\d+)/.exec(await second.innerText()) ?? [];
    const before = await ids.count();
    await ids.nth(before).waitFor();
    // Nothing is missed, nothing comes twice.
    const all = await ids.allTextContents();
    const first = Number(last) - before + 1;
    expect(all).toEqual(all.map((_, index) => `${run}${first + index}`));
    expect(proxy.lastEventIds()).toContain(`${run}${last}`);
    await type(place, `${proxy.url}/api/health`);
    await place.getByRole('button', { name: 'Disconnect' }).click();
    await place.getByRole('button', { name: 'Connect' }).click();
    await reason(place, 'notStream');
    expect(await said(place).innerText()).toContain('200 application/json');
  });

  it('sends a request, and shows an answer that it may read', async () => {
    const place = await ownPlace(await open('api-routes'));
    const send = place.getByRole('button', { name: 'Send the request' });
    await type(place, `${app('server-sent-events')}/api/health`);
    await send.click();
    await reason(place, 'cors');
    const { origin } = new URL(address(''));
    const proxy = await allowing(origin, app('server-sent-events'));
    await type(place, `${proxy.url}/api/health`);
    await send.click();
    await place.locator('pre', { hasText: '"readers"' }).waitFor();
    expect(await place.locator('pre').last().innerText()).toContain('200 OK');
    expect(await said(place).count()).toBe(0);
  });
});

describe('a page over https:, from the internet', () => {
  it('says that the browser forbids what is not encrypted', async () => {
    // A site whose own policy is wider than this one's.
    const page = await openSecurely({ bypassCSP: true });
    const place = await ownPlace(page);
    await type(
      place,
      wsUrl('handler-scenarios', '/api/ws/chat', 'app.example'),
    );
    await connect(place, 'Ada');
    await reason(place, 'mixed');
    expect(await said(place).innerText()).toMatch(
      /came over https:.*open no ws: to app\.example.*Use wss: there/,
    );
  });

  it('says that the reader has forbidden the local network, and meets it once that is allowed', async () => {
    const page = await openSecurely();
    const place = await ownPlace(page);
    await type(place, wsUrl('handler-scenarios', '/api/ws/chat', 'localhost'));
    // Without a screen the browser takes its own question for refused.
    await connect(place, 'Ada');
    await reason(place, 'permission');
    await page.context().grantPermissions(['local-network-access']);
    await connect(place, 'Ada');
    await frames(place, 'Ada').first().waitFor();
    expect(await said(place).count()).toBe(0);
  });
});

async function newPage(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  return page;
}

async function open(path: string): Promise<Page> {
  const page = await newPage({});
  await page.goto(address(path), { waitUntil: 'networkidle' });
  return page;
}

async function openSecurely(options: BrowserContextOptions = {}) {
  const page = await newPage({ ...options, ignoreHTTPSErrors: true });
  await page.goto(`${securePage}websockets`, { waitUntil: 'networkidle' });
  return page;
}

/** The panel for a server of the reader's own. */
async function ownPlace(page: Page): Promise<Locator> {
  const panel = await openFirst(page);
  await panel.getByRole('button', { name: 'Your own server' }).click();
  const place = panel.locator('.playground__place:not([hidden])');
  await place.getByText('Type the address of an example').waitFor();
  return place;
}

function type(place: Locator, url: string): Promise<void> {
  return place.getByRole('textbox', { name: 'URL' }).fill(url);
}

function connect(place: Locator, name: string): Promise<void> {
  return place.getByRole('button', { name: `Connect ${name}` }).click();
}

function said(place: Locator): Locator {
  return place.locator('.playground__hint');
}

/** Waits until the panel says why there is no connection. */
function reason(place: Locator, about: string): Promise<void> {
  return place.locator(`.playground__hint[data-about="${about}"]`).waitFor();
}

function wsUrl(
  name: Parameters<typeof app>[0],
  path: string,
  host = '127.0.0.1',
): string {
  const url = new URL(path, app(name).replace('http', 'ws'));
  url.hostname = host;
  return url.href;
}

/** What is contacted from now on, but for the site itself and the worker. */
function contactsOf(page: Page): string[] {
  const contacted: string[] = [];
  page.on('websocket', (socket) => contacted.push(socket.url()));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address('')) && !url.startsWith('blob:')) {
      contacted.push(url);
    }
  });
  return contacted;
}

/** A proxy that lets pages of an origin read what a server answers, as its developer would; and cuts its connections. */
async function allowing(origin: string, target: string) {
  const lastEventIds: string[] = [];
  const server = createHttp((request, response) => {
    const id = request.headers['last-event-id'];
    if (typeof id === 'string') lastEventIds.push(id);
    const { method, headers } = request;
    const url = new URL(request.url ?? '/', target);
    const outgoing = forward(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, {
        ...answer.headers,
        'access-control-allow-origin': origin,
      });
      answer.pipe(response);
    });
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    request.pipe(outgoing);
  });
  servers.push(server);
  const port = await listen(server, 0, 'npm test');
  return {
    url: `http://localhost:${port}`,
    cut: () => server.closeAllConnections(),
    lastEventIds: () => lastEventIds,
  };
}
