import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitorSchema } from '../src/shared/person';
import { launchBrowser } from './support/browser';
import { expectEvidence } from './support/evidence';
import { HttpRecorder } from './support/http';
import { modes } from './support/server';
import { serverOf } from './support/served-apps';

let browser: Browser;
let proxy: Server;
// Measured values for `evidence/cookies.json`.
const measured: Record<string, Record<string, string | number>> = {};

beforeAll(async () => {
  browser = await launchBrowser();
  // Resolves every host to the production server, like DNS.
  const { hostname, port } = new URL(serverOf('production'));
  proxy = createServer((incoming, outgoing) => {
    const { pathname, search } = new URL(incoming.url ?? '');
    const { method, headers } = incoming;
    const path = pathname + search;
    incoming.pipe(
      request({ hostname, port, path, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      }),
    );
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
});
afterAll(async () => {
  await browser.close();
  proxy.close();
  proxy.closeAllConnections();
});

it.each(modes)('are sent as recorded by the %s server', async (mode) => {
  const http = new HttpRecorder(serverOf(mode));
  const url = '/api/visitor';
  await http.send('unknown', url);
  const put = (name: string, body: object) =>
    http.send(name, url, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const answer = await put('remembered', { name: 'Ädä' });
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  await http.send('known', url, { headers: { cookie } });
  await http.send('forged', url, { headers: { cookie: '__Host-name=%20' } });
  await put('invalid', { name: ' ' });
  await http.send('forgotten', url, { method: 'DELETE' });
  await expectEvidence('visitor', http.evidence());
});

describe.each(modes)('in a browser, from the %s server', (mode) => {
  const server = new URL(serverOf(mode));
  const hosts = {
    localhost: `http://localhost:${server.port}`,
    loopback: server.origin,
    ...(mode === 'production' && { otherHost: 'http://shop.example' }),
  };

  it.each(Object.entries(hosts))('as %s', async (host, origin) => {
    const bound = proxy.address();
    const port = typeof bound === 'object' ? bound?.port : undefined;
    const context = await browser.newContext({
      proxy: { server: `http://127.0.0.1:${String(port)}` },
    });
    try {
      const page = await context.newPage();
      let messages = 0;
      page.on('console', () => messages++);
      page.on('pageerror', () => messages++);
      await page.goto(`${origin}/api/health`);
      const { asked, readable } = await page.evaluate(async () => {
        await fetch('/api/visitor', {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: '{"name":"Ada"}',
        });
        const answer = await fetch('/api/visitor');
        const asked: unknown = await answer.json();
        return { asked, readable: document.cookie };
      });
      const kept = visitorSchema.parse(asked).name === 'Ada';
      measured[mode] = {
        ...measured[mode],
        [host]: kept ? 'kept' : 'dropped',
        scriptReads: readable.length,
        ...(!kept && { messagesWhenDropped: messages }),
      };
      expect(messages).toBe(0);
      expect({ kept, readable }).toEqual({
        kept: host !== 'otherHost',
        readable: '',
      });
      if (!kept) return;

      // Rendered with the visitor's data.
      const rendered = await page.goto(origin);
      expect(await rendered?.text()).toContain('Hello, Ada.');
      await page.getByText('Hello, Ada.').waitFor();
    } finally {
      await context.close();
    }
  });
});

it('matches the evidence', async () => {
  await expectEvidence('cookies', { kind: 'facts', ...measured });
});
