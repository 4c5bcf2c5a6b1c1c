import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startServer as startWrongServer } from '#wrong-server';
import { describe, expect, it } from 'vitest';
import { type Apps, token } from '../support/running-servers';
import { expectEvidence } from '../support/evidence';
import { newLines } from '../support/server-log';
import type { AppServer } from '../support/server';
import { askBoth } from '../support/server-pair';
import { askSocket } from '../support/socket-outcome';

const probe = fileURLToPath(
  new URL('../../dist/wrong/src/server/middleware/c-probe.ts', import.meta.url),
);

/** Tests server middleware. */
export function middleware(apps: () => Apps): void {
  describe('middleware', () => {
    // Measured values for `evidence/middleware.json`.
    const measured: Record<string, object> = {};

    it('runs in the order of the file names, for routes and pages', async () => {
      const outcome = await askBoth(apps().wrong, async (server) => ({
        route: await visit(server, '/api/time'),
        page: await visit(server, '/account'),
        unknown: await visit(server, '/api/nope'),
      }));
      measured['runs'] = outcome;
      const order = '10-tenth, 9-ninth, a-first, b-second';
      for (const { route, page, unknown } of Object.values(outcome)) {
        expect([route.order, page.order, unknown.order]).toEqual([
          order,
          order,
          order,
        ]);
      }
    });

    it('gets another path for a page in development', async () => {
      const outcome = await askBoth(apps().wrong, (server) =>
        visit(server, '/account').then(({ path }) => ({ path })),
      );
      measured['path'] = outcome;
      expect(outcome).toEqual({
        development: { path: '/index.html' },
        production: { path: '/account' },
      });
    });

    it("doesn't run for static files, or for prerendered pages", async () => {
      const { production } = apps().wrong;
      const outcome = await visit(production, '/');
      const file = await visit(production, '/index.html');
      measured['static'] = {
        prerendered: outcome.middleware,
        file: file.middleware,
      };
      const never = "doesn't run";
      expect(measured['static']).toEqual({ prerendered: never, file: never });
    });

    it("doesn't run for an upgrade", async () => {
      const outcome = await askBoth(apps().wrong, ({ url }) =>
        firstFrame(url, '/api/ws/context'),
      );
      measured['upgrade'] = outcome;
      const never = { middleware: "doesn't run" };
      expect(outcome).toEqual({ development: never, production: never });
    });

    it('ends a request by its response, or by what it returns', async () => {
      const outcome = await askBoth(apps().wrong, async (server) => ({
        route: {
          object: await end(server, '/api/object'),
          redirect: await end(server, '/api/redirect'),
          complete: await end(server, '/api/complete'),
          error: await end(server, '/api/error'),
        },
        page: {
          object: await end(server, '/object'),
          redirect: await end(server, '/redirect'),
          complete: await end(server, '/complete'),
        },
      }));
      measured['ends'] = outcome;
      expect(outcome.development.route).toEqual(outcome.production.route);
      expect(outcome.production.page.object).toBe('from middleware');
      // If this fails, Analog sends what a middleware returns: simplify the page of the guide.
      expect(outcome.development.page.object).toBe('never answered');
      expect(outcome.development.page.complete).toBe('from middleware');
    });

    it('adds a header to routes and pages', async () => {
      const outcome = await askBoth(apps().right, async ({ url }) => ({
        route: await noSniff(`${url}/api/time`),
        page: await noSniff(`${url}/`),
      }));
      measured['header'] = outcome;
      const sent = { route: 'nosniff', page: 'nosniff' };
      expect(outcome).toEqual({ development: sent, production: sent });
    });

    it('protects routes, pages and sockets with one function', async () => {
      const headers = { cookie: `access=${token}` };
      const bearer = { authorization: `Bearer ${token}` };
      const outcome = await askBoth(apps().right, async ({ url }) => ({
        without: {
          route: await status(`${url}/api/account`),
          page: await redirect(`${url}/account`),
          socket: await askSocket(url, '/api/ws/account'),
        },
        withCookie: {
          route: await status(`${url}/api/account`, headers),
          page: await status(`${url}/account`, headers),
          socket: await askSocket(url, '/api/ws/account', headers),
        },
        withHeader: {
          route: await status(`${url}/api/account`, bearer),
          socket: await askSocket(url, '/api/ws/account', bearer),
        },
      }));
      measured['access'] = outcome;
      expect(outcome.development).toEqual(outcome.production);
      expect(outcome.production).toMatchObject({
        without: {
          route: 401,
          page: { status: 302, location: '/sign-in' },
          socket: { websocket: 'refused', status: 401 },
        },
        withCookie: { route: 200, page: 200, socket: { websocket: 'answers' } },
        withHeader: { route: 200, socket: { websocket: 'answers' } },
      });
    });

    it("doesn't run for a link in the page", async () => {
      const page = await apps().browser.newPage();
      const { url } = apps().right.production;
      await page.goto(url, { waitUntil: 'networkidle' });
      await page.getByRole('link', { name: 'Account' }).click();
      await page.getByRole('heading', { name: 'Account' }).waitFor();
      await page.getByRole('link', { name: 'Sign in first.' }).waitFor();
      const link = new URL(page.url()).pathname;
      await page.goto(`${url}/account`);
      const load = new URL(page.url()).pathname;
      await page.close();
      measured['inBrowser'] = { link, load };
      expect({ link, load }).toEqual({ link: '/account', load: '/sign-in' });
    });

    it('signs a user in', async () => {
      const page = await apps().browser.newPage();
      await page.goto(`${apps().right.production.url}/sign-in`, {
        waitUntil: 'networkidle',
      });
      await page.getByLabel('Access token').fill('wrong');
      await page.getByRole('button').click();
      await page.getByRole('alert').waitFor();
      await page.getByLabel('Access token').fill(token);
      await page.getByRole('button').click();
      await page.getByText('Plan: free').waitFor();
      await page.close();
    });

    it('ends the development server with an error, or with TypeScript that no tsconfig includes', async () => {
      const { development } = apps().wrong;
      const error = await exit(development, '/error');
      await writeFile(
        probe,
        'const greeting: string = "Hello";\nexport default () => void greeting;\n',
      );
      const typescript = await exitOfNew('/account');
      await writeFile(
        probe,
        'import { useRuntimeConfig } from "nitropack/runtime";\nexport default () => void useRuntimeConfig();\n',
      );
      const runtimeConfig = await exitOfNew('/account');
      measured['exits'] = { error, typescript, runtimeConfig };
      // If one of these fails, Analog handles the error: correct the page of the guide.
      expect(measured['exits']).toMatchObject({
        error: { code: 1 },
        typescript: { code: 1 },
        runtimeConfig: { code: 1 },
      });
    });

    it('matches the evidence', async () => {
      await expectEvidence('middleware', { kind: 'facts', ...measured });
    });
  });
}

interface Visit {
  middleware: string;
  order: string;
  path: string;
  greeting: string;
}

/** What the middleware of the copy reports in headers. */
async function visit({ url }: AppServer, path: string): Promise<Visit> {
  const { headers } = await fetch(url + path);
  return {
    middleware: headers.has('x-middleware') ? 'runs' : "doesn't run",
    order: headers.get('x-middleware') ?? 'not run',
    path: headers.get('x-path') ?? 'not run',
    greeting: headers.get('x-greeting') ?? 'not run',
  };
}

/** How a request ends: its status and what shows who answered. */
async function end({ url }: AppServer, path: string): Promise<string> {
  const signal = AbortSignal.timeout(5_000);
  try {
    const response = await fetch(url + path, { redirect: 'manual', signal });
    const text = await response.text();
    if (text.includes('from middleware')) return 'from middleware';
    if (text.includes('"middleware"')) return 'from middleware';
    return `${response.status} ${response.headers.get('location') ?? ''}`.trim();
  } catch {
    return 'never answered';
  }
}

async function noSniff(url: string): Promise<string> {
  const { headers } = await fetch(url);
  return headers.get('x-content-type-options') ?? 'not sent';
}

async function status(
  url: string,
  headers: Record<string, string> = {},
): Promise<number> {
  return (await fetch(url, { headers, redirect: 'manual' })).status;
}

async function redirect(
  url: string,
): Promise<{ status: number; location: string | null }> {
  const { status, headers } = await fetch(url, { redirect: 'manual' });
  return { status, location: headers.get('location') };
}

async function firstFrame(
  url: string,
  path: string,
): Promise<{ middleware: string }> {
  const socket = new WebSocket(new URL(path, url.replace('http', 'ws')));
  const context = await new Promise<string>((resolve, reject) => {
    socket.onopen = () => socket.send('Hello');
    socket.onmessage = ({ data }) => resolve(String(data));
    socket.onerror = () => reject(new Error(`No socket at ${path}.`));
  });
  socket.close();
  return { middleware: context === 'visited' ? 'runs' : "doesn't run" };
}

async function exitOfNew(
  path: string,
): Promise<{ code: number | null; message: string }> {
  const server = await startWrongServer('development');
  return exit(server, path);
}

/** Requests a page that ends the server. */
async function exit(
  server: AppServer,
  path: string,
): Promise<{ code: number | null; message: string }> {
  const from = server.output().length;
  const gone = new Promise((resolve) => server.process.once('exit', resolve));
  await fetch(server.url + path).catch(() => undefined);
  await gone;
  const lines = newLines(server, from)
    .map((line) => /^\S*Error.*$|^Missing .*$/.exec(line)?.[0])
    .filter((line) => line !== undefined)
    .map((line) => line.replaceAll(/\/\S*\/(?=node_modules\/|src\/)/g, ''));
  const message = [...new Set(lines)].join('\n');
  return { code: server.process.exitCode, message };
}
