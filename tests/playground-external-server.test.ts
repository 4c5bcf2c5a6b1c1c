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
import { installedBrowser } from '../scripts/browser/browsers.ts';
import { buildFolder } from '../scripts/site/build-site.ts';
import { listen } from '../scripts/site/ports.ts';
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
      // Makes Chromium treat the guide as a public site, as it is for readers.
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

describe('an http: page', () => {
  it('contacts its server only on a click, and shows the same frames', async () => {
    const page = await open('chat-room');
    const contacted = contactsOf(page);
    const place = await externalPanel(page);
    const url = wsUrl('handler-scenarios', '/api/ws/chat');
    await type(place, url);
    expect(contacted).toEqual([]);
    await connect(place, 'Ada');
    await frames(place, 'Ada').first().waitFor();
    expect(contacted).toEqual([url]);
    await connect(place, 'Bob');
    // Ada gets the welcome, and is notified about Bob.
    await frames(place, 'Ada').nth(1).waitFor();
    expect(await frames(place, 'Ada').nth(0).innerText()).toContain(
      '{"type":"welcome","id":"',
    );
    await client(place, 'Bob')
      .getByRole('textbox', { name: 'Message from Bob' })
      .fill('Hello');
    await client(place, 'Bob').getByRole('button', { name: 'Send' }).click();
    await place.getByText('"text":"Hello"').first().waitFor();
    const ada = client(place, 'Ada');
    await ada.getByRole('textbox', { name: 'Close code' }).fill('4001');
    await ada.getByRole('button', { name: 'Close the connection' }).click();
    await ada.getByText('not connected').waitFor();
    const closes = place.locator('li[data-client=Ada]', { hasText: '4001' });
    expect(await closes.count()).toBe(2);
    expect(await noticeIn(place).count()).toBe(0);
  });

  it('reports that a handler rejects the origin, with the origin', async () => {
    const place = await externalPanel(await open('chat-room'));
    await type(place, wsUrl('websocket-chat', '/api/ws/chat'));
    await connect(place, 'Ada');
    await reason(place, 'refused');
    expect(await noticeIn(place).innerText()).toContain(
      `add ${new URL(address('')).origin} to those that “upgrade” accepts`,
    );
  });

  it('reports that a silent socket may have a wrong URL, with a link to the explanation', async () => {
    const place = await externalPanel(await open('chat-room'));
    await type(place, wsUrl('handler-scenarios', '/ws/chat'));
    await connect(place, 'Ada');
    await reason(place, 'silent');
    const link = place.getByRole('link', { name: 'Why a socket stays silent' });
    expect(await link.getAttribute('href')).toMatch(
      /\/troubleshooting#silent$/,
    );
  });

  it('reports that no server responds, and never contacts an incomplete URL', async () => {
    const page = await open('chat-room');
    const place = await externalPanel(page);
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
    // A host that the site's policy doesn't list.
    await type(place, `ws://app.example:${port}/`);
    await connect(place, 'Ada');
    await reason(place, 'policy');
    expect(contacted).toEqual([]);
  });

  it('waits for a slow server, then shows the result', async () => {
    let respond = (): void => undefined;
    const cold = createHttp((_request, response) => {
      respond = () => response.end();
    });
    cold.on('upgrade', (_request, socket) => {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    servers.push(cold);
    const port = await listen(cold, 0, 'npm test');
    const place = await externalPanel(await open('chat-room'));
    await type(place, `ws://localhost:${port}/api/ws/chat`);
    await connect(place, 'Ada');
    await reason(place, 'slow');
    expect(await noticeIn(place).innerText()).toContain(`localhost:${port}`);
    respond();
    await reason(place, 'refused');
  });

  it('reports a redirect to a URL that the policy blocks', async () => {
    const server = createHttp((_request, response) => {
      response.writeHead(302, {
        location: 'http://app.example/secret',
        'access-control-allow-origin': '*',
      });
      response.end();
    });
    servers.push(server);
    const port = await listen(server, 0, 'npm test');
    const place = await externalPanel(await open('api-routes'));
    await type(place, `http://localhost:${port}/api`);
    await place.getByRole('button', { name: 'Send the request' }).click();
    await reason(place, 'redirected');
    const text = await noticeIn(place).innerText();
    expect(text).toContain(`localhost:${port} redirects to`);
    expect(text).not.toContain('secret');
    await type(place, `http://app.example:${port}/api`);
    await place.getByRole('button', { name: 'Send the request' }).click();
    await reason(place, 'policy');
  });

  it('reads a stream with EventSource, which reconnects, if CORS allows it', async () => {
    const place = await externalPanel(await open('server-sent-events'));
    await type(place, `${app('server-sent-events')}/api/sse`);
    await place.getByRole('button', { name: 'Connect' }).click();
    await reason(place, 'cors');
    const { origin } = new URL(address(''));
    expect(await noticeIn(place).innerText()).toContain(
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
    // No event is missing or repeated.
    const all = await ids.allTextContents();
    const first = Number(last) - before + 1;
    expect(all).toEqual(all.map((_, index) => `${run}${first + index}`));
    expect(proxy.lastEventIds()).toContain(`${run}${last}`);
    await type(place, `${proxy.url}/api/health`);
    await place.getByRole('button', { name: 'Disconnect' }).click();
    await place.getByRole('button', { name: 'Connect' }).click();
    await reason(place, 'notStream');
    expect(await noticeIn(place).innerText()).toContain('200 application/json');
  });

  it('sends a request, and shows a response if CORS allows it', async () => {
    const place = await externalPanel(await open('api-routes'));
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
    expect(await noticeIn(place).count()).toBe(0);
  });
});

describe('a public https: page', () => {
  it('reports that the browser blocks insecure connections', async () => {
    // A site with a less strict policy.
    const page = await openSecurely({ bypassCSP: true });
    const place = await externalPanel(page);
    await type(
      place,
      wsUrl('handler-scenarios', '/api/ws/chat', 'app.example'),
    );
    await connect(place, 'Ada');
    await reason(place, 'mixed');
    expect(await noticeIn(place).innerText()).toMatch(
      /was loaded over https:.*blocks ws: connections to app\.example.*Use wss:/,
    );
  });

  it('reports that the reader has denied access to the local network, and connects once it is allowed', async () => {
    const page = await openSecurely();
    const place = await externalPanel(page);
    await type(place, wsUrl('handler-scenarios', '/api/ws/chat', 'localhost'));
    // In headless mode, the prompt counts as denied.
    await connect(place, 'Ada');
    await reason(place, 'permission');
    await page.context().grantPermissions(['local-network-access']);
    await connect(place, 'Ada');
    await frames(place, 'Ada').first().waitFor();
    expect(await noticeIn(place).count()).toBe(0);
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
  await page.goto(address(path));
  return page;
}

async function openSecurely(options: BrowserContextOptions = {}) {
  const page = await newPage({ ...options, ignoreHTTPSErrors: true });
  await page.goto(`${securePage}chat-room`);
  return page;
}

/** Opens the panel for an external server. */
async function externalPanel(page: Page): Promise<Locator> {
  const panel = await openFirst(page);
  await panel.getByRole('button', { name: 'Your own server' }).click();
  const place = panel.locator('.playground__target:not([hidden])');
  await place.getByText('Enter the URL of a running example').waitFor();
  return place;
}

function type(place: Locator, url: string): Promise<void> {
  return place.getByRole('textbox', { name: 'URL' }).fill(url);
}

function connect(place: Locator, name: string): Promise<void> {
  return place.getByRole('button', { name: `Connect ${name}` }).click();
}

function noticeIn(place: Locator): Locator {
  return place.locator('.playground__hint');
}

/** Waits for the reason of a failed connection. */
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

/** Records requests and connections, except those to the site and of its worker. */
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

/** Starts a proxy that adds CORS headers for an origin, and can drop its connections. */
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
