import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { expectEvidence } from '../support/evidence';
import { type Apps, backendUrl } from '../support/running-servers';
import type { AppServer } from '../support/server';
import { newLines } from '../support/server-log';
import { askBoth } from '../support/server-pair';
import { SocketPage } from '../support/socket-page';

/** URLs of the options in `wrong/vite.config.ts`. */
const options = {
  vite: '/by-vite',
  viteApi: '/api/by-vite',
  nitro: '/by-nitro',
  nitroApi: '/api/by-nitro',
  rule: '/api/by-rule',
};
const silent = 'opens and stays silent';

/** Tests the ways to forward requests to another server. */
export function backend(apps: () => Apps): void {
  describe('another backend', () => {
    // Measured values for `evidence/backend.json`.
    const measured: Record<string, object> = {};

    it('is reached by options of Vite and Nitro for some requests only', async () => {
      const outcome = await askBoth(apps().wrong, async (server) => {
        const sockets = await SocketPage.open(apps().browser, server);
        const prefixes = Object.values(options);
        const answers = await sockets.ask(prefixes, 4_000);
        const measured: Record<string, Outcome> = {};
        for (const [name, prefix] of Object.entries(options)) {
          const socket = answers[prefix] ?? 'not asked';
          measured[name] = { ...(await ask(server, prefix)), socket };
        }
        return { ...measured, console: await sockets.close() };
      });
      measured['options'] = outcome;
      // If one of these fails, an option has changed: correct the page of the guide.
      expect(outcome).toMatchObject({
        development: {
          vite: { http: 'the backend', socket: 'breaks' },
          viteApi: { http: '404', socket: 'breaks' },
          nitro: { http: 'the page of the app', socket: 'answers' },
          nitroApi: { http: 'the backend', socket: 'answers' },
          rule: { http: 'the backend', left: 'stays open', socket: silent },
        },
        production: {
          vite: { http: 'the page of the app', socket: silent },
          nitroApi: { http: 'the page of the app', socket: silent },
          rule: { http: 'the backend', left: 'stays open', socket: silent },
        },
      });
    });

    it('is reached by a route on both servers, with streams and sockets', async () => {
      const outcome = await askBoth(apps().right, async (server) => {
        const sockets = await SocketPage.open(apps().browser, server);
        const answers = await sockets.ask(['/api/ws/backend'], 60_000);
        await sockets.close();
        const socket = answers['/api/ws/backend'];
        return { ...(await ask(server, '/api/backend')), socket };
      });
      measured['route'] = outcome;
      const all = {
        http: 'the backend',
        path: '/hello?name=Ada',
        stream: 'the backend',
        left: 'closed',
        socket: 'answers',
      };
      expect(outcome.development).toMatchObject(all);
      expect(outcome.production).toMatchObject(all);
    });

    it("can't be reached by Node's own client after a page has been rendered", async () => {
      const outcome = await askBoth(apps().wrong, async (server) => {
        await fetch(`${server.url}/account`);
        const from = server.output().length;
        const sockets = await SocketPage.open(apps().browser, server);
        const answers = await sockets.ask(['/api/ws/node-client'], 4_000);
        await sockets.close();
        const log = newLines(server, from).find((line) =>
          line.includes('instance of Event'),
        );
        return { socket: answers['/api/ws/node-client'], log };
      });
      measured['nodeClient'] = outcome;
      // If this fails, Node's client works: use it in the guide, without the package.
      expect(outcome).toMatchObject({
        development: { socket: 'answers' },
        production: { socket: silent },
      });
    });

    it('matches the evidence', async () => {
      await expectEvidence('backend', { kind: 'facts', ...measured });
    });
  });
}

interface Outcome {
  http: string;
  path?: string;
  stream: string;
  left?: string;
  socket?: string;
}

async function ask(server: AppServer, prefix: string): Promise<Outcome> {
  return {
    ...(await http(server, `${prefix}/hello?name=Ada`)),
    ...(await stream(server, `${prefix}/events`)),
  };
}

/** The server that answers a request, and the path that the backend receives. */
async function http(
  { url }: AppServer,
  path: string,
): Promise<{ http: string; path?: string }> {
  const response = await fetch(url + path);
  const text = await response.text();
  if (!text.includes('"backend":true')) {
    return { http: response.ok ? 'the page of the app' : `${response.status}` };
  }
  const [, received = ''] = /"path":"([^"]*)/.exec(text) ?? [];
  return { http: 'the backend', path: received };
}

/** The server that answers a request for a stream, and the end of the stream after the client disconnects. */
async function stream(
  { url }: AppServer,
  path: string,
): Promise<{ stream: string; left?: string }> {
  const before = await openStreams();
  const client = new AbortController();
  const { ok, status, body } = await fetch(url + path, {
    signal: client.signal,
  });
  const first = await body?.getReader().read();
  const text = new TextDecoder().decode(first?.value);
  client.abort();
  if (!text.startsWith('data: Hello')) {
    return { stream: ok ? 'the page of the app' : `${status}` };
  }
  // Far longer than a closed connection needs to reach the backend.
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await openStreams()) === before) {
      return { stream: 'the backend', left: 'closed' };
    }
    await setTimeout(100);
  }
  return { stream: 'the backend', left: 'stays open' };
}

/** The number of streams that the backend is sending. */
async function openStreams(): Promise<number> {
  const health = await (await fetch(`${backendUrl()}/health`)).text();
  return Number(/"streams":(\d+)/.exec(health)?.[1]);
}
