import { describe, expect, it } from 'vitest';
import { expectEvidence } from '../support/evidence';
import type { Apps } from '../support/running-servers';
import type { AppServer } from '../support/server';
import { lineInLog, newLines } from '../support/server-log';
import { askBoth } from '../support/server-pair';

/** Tests failed requests of pages, and pages that don't exist. */
export function httpErrors(apps: () => Apps): void {
  describe('an HTTP error', () => {
    // Measured values for `evidence/http-errors.json`.
    const measured: Record<string, object> = {};

    it('has another class on the production server, where the route runs twice', async () => {
      const outcome = await askBoth(apps().wrong, async (server) => ({
        conflict: await errorIn(server, '/error-of/2'),
        missing: await errorIn(server, '/error-of/3'),
        status: (await fetch(`${server.url}/orders/3`)).status,
      }));
      measured['byDefault'] = outcome;
      const inBrowser = {
        error: 'HttpErrorResponse',
        isHttpErrorResponse: true,
        body: 'error',
        runs: 1,
      };
      // If one of these fails, Analog has changed: remove the interceptor or the plugin from the guide.
      const inProcess = {
        error: 'FetchError',
        isHttpErrorResponse: false,
        body: 'data',
      };
      expect(outcome).toEqual({
        development: { conflict: inBrowser, missing: inBrowser, status: 404 },
        production: {
          conflict: { ...inProcess, runs: 2 },
          missing: { ...inProcess, runs: 1 },
          status: 200,
        },
      });
    });

    it('is the same on both servers with the interceptor and the plugin', async () => {
      const outcome = await askBoth(apps().right, async (server) => ({
        conflict: await orderIn(server, 2),
        missing: await orderIn(server, 3),
        found: await orderIn(server, 1),
      }));
      measured['corrected'] = outcome;
      expect(outcome.development).toEqual(outcome.production);
      expect(outcome.production).toEqual({
        conflict: { status: 409, text: 'Somebody changes it.', runs: 1 },
        missing: { status: 404, text: 'There is no such order.', runs: 1 },
        found: { status: 200, text: 'State: sent', runs: 1 },
      });
    });

    it("isn't transferred to the browser, which requests the route again", async () => {
      const page = await apps().browser.newPage();
      const paths: string[] = [];
      page.on('request', (sent) => paths.push(new URL(sent.url()).pathname));
      const { url } = apps().right.production;
      const visit = async (id: number) => {
        paths.length = 0;
        await page.goto(`${url}/orders/${id}`, { waitUntil: 'networkidle' });
        return {
          route: paths.includes(`/api/orders/${id}`)
            ? 'requested again'
            : 'not requested',
          text: await page.locator('p').textContent(),
        };
      };
      const outcome = { failed: await visit(3), found: await visit(1) };
      await page.close();
      measured['inBrowser'] = outcome;
      expect(outcome).toEqual({
        failed: { route: 'requested again', text: 'There is no such order.' },
        found: { route: 'not requested', text: 'State: sent' },
      });
    });

    it('has the status 404 for an unknown page only with a page for it', async () => {
      const byDefault = await askBoth(apps().wrong, async (server) => {
        const from = server.output().length;
        const page = await visitUnknown(server, '/nope');
        const line = await lineInLog(server, /NG0?4002/, from);
        const [, message] = /(NG0?4002.*)$/.exec(line) ?? [];
        return {
          page,
          message,
          route: await visitUnknown(server, '/api/nope'),
        };
      });
      const corrected = await askBoth(apps().right, async (server) => ({
        page: await visitUnknown(server, '/nope'),
        route: await visitUnknown(server, '/api/nope'),
      }));
      measured['unknown'] = { byDefault, corrected };
      expect(corrected.development.page.status).toBe(404);
      expect(corrected.production.page.status).toBe(404);
    });

    it('matches the evidence', async () => {
      await expectEvidence('http-errors', { kind: 'facts', ...measured });
    });
  });
}

/** The error that a page shows, and how often its route ran. */
async function errorIn(
  server: AppServer,
  path: string,
): Promise<{
  error: string;
  isHttpErrorResponse: boolean;
  body: string;
  runs: number;
}> {
  const { html, runs } = await visitAndCount(server, path);
  const [, shown = ''] = /<pre>([^<]*)/.exec(html) ?? [];
  const [error = '', isHttpErrorResponse, body = ''] = shown.split(' ');
  return {
    error,
    isHttpErrorResponse: isHttpErrorResponse === 'true',
    body,
    runs,
  };
}

/** The page of an order: its status, its text, and how often its route ran. */
async function orderIn(
  server: AppServer,
  id: number,
): Promise<{ status: number; text: string; runs: number }> {
  const { status, html, runs } = await visitAndCount(server, `/orders/${id}`);
  const [, text = ''] = /<p[^>]*>([^<]*)<\/p>/.exec(html) ?? [];
  return { status, text, runs };
}

async function visitAndCount(
  server: AppServer,
  path: string,
): Promise<{ status: number; html: string; runs: number }> {
  const from = server.output().length;
  const response = await fetch(server.url + path);
  const html = await response.text();
  // The server has printed all lines of the page once it prints that of a later request.
  await fetch(`${server.url}/api/orders/9`);
  await lineInLog(server, /Order 9 /, from);
  const lines = newLines(server, from);
  const runs = lines.filter((line) => line.startsWith('Order ')).length - 1;
  return { status: response.status, html, runs };
}

async function visitUnknown(
  { url }: AppServer,
  path: string,
): Promise<{ status: number; type: string }> {
  const { status, headers } = await fetch(url + path, {
    headers: { accept: 'text/html' },
  });
  return { status, type: headers.get('content-type') ?? 'none' };
}
