import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Apps, listed } from '../support/running-servers';
import { preflight, request } from '../support/cors-headers';
import { expectEvidence } from '../support/evidence';
import { ForeignPage } from '../support/foreign-page';
import { askBoth } from '../support/server-pair';

const local = 'http://localhost:4200';
const other = 'http://other.example';

/** Tests requests of pages of other origins. */
export function cors(apps: () => Apps): void {
  describe('CORS', () => {
    let page: ForeignPage;
    // Measured values for `evidence/cors.json`.
    const measured: Record<string, object> = {};

    beforeAll(async () => {
      const permissions = ['local-network-access'];
      page = await ForeignPage.open(apps().browser, listed, permissions);
    });
    afterAll(() => page.close());

    it('is allowed by default to localhost only, in development only', async () => {
      const outcome = await askBoth(apps().wrong, async (server) => ({
        request: await request(server, '/api/time', listed),
        preflight: await preflight(server, '/api/time', listed),
        localRequest: await request(server, '/api/time', local),
        localPreflight: await preflight(server, '/api/time', local),
      }));
      measured['defaults'] = outcome;
      const { development, production } = outcome;
      expect(development.localRequest.allowOrigin).toBe(local);
      expect(development.request.allowOrigin).toBe('none');
      expect(development.preflight).toMatchObject({
        status: 204,
        allowOrigin: 'none',
      });
      expect(production.localRequest.allowOrigin).toBe('none');
      expect(production.preflight.type).toBe('text/html');
    });

    it('is allowed to every origin by a rule, without credentials', async () => {
      const outcome = await askBoth(apps().wrong, async (server) => ({
        request: await request(server, '/api/open', listed),
        preflight: await preflight(server, '/api/open', listed),
      }));
      measured['rule'] = outcome;
      expect(outcome.development.request.allowOrigin).toBe('*');
      expect(outcome.production.request.allowOrigin).toBe('*');
      expect(outcome.development.preflight.allowOrigin).toBe('none');
      expect(outcome.production.preflight.allowOrigin).toBe('*');
    });

    it('is allowed by the middleware to the listed origin on both servers', async () => {
      const outcome = await askBoth(apps().right, async (server) => ({
        request: await request(server, '/api/time', listed),
        preflight: await preflight(server, '/api/time', listed),
        error: await request(server, '/api/account', listed),
        otherRequest: await request(server, '/api/time', other),
        otherPreflight: await preflight(server, '/api/time', other),
        localRequest: await request(server, '/api/time', local),
      }));
      measured['middleware'] = outcome;
      expect(outcome.development).toEqual(outcome.production);
      const allowed = { allowOrigin: listed, allowCredentials: 'true' };
      expect(outcome.production).toMatchObject({
        request: allowed,
        preflight: { status: 204, ...allowed },
        error: { status: 401, ...allowed },
        otherRequest: { allowOrigin: 'none' },
        otherPreflight: { allowOrigin: 'none' },
        localRequest: { allowOrigin: 'none' },
      });
    });

    it('is blocked by the browser, which prints why', async () => {
      const credentials = true;
      const outcome = await askBoth(apps().wrong, async (server) => ({
        request: await page.fetch(server, '/api/time'),
        preflight: await page.fetch(server, '/api/time', { header: true }),
        rule: await page.fetch(server, '/api/open'),
        rulePreflight: await page.fetch(server, '/api/open', { header: true }),
        ruleAndCredentials: await page.fetch(server, '/api/open', {
          credentials,
        }),
        stream: await page.eventSource(server, '/api/events', false),
        socket: await page.webSocket(server, '/api/ws/context'),
      }));
      measured['blocked'] = outcome;
      const { rulePreflight } = outcome.development;
      // Vite answers the preflight request, without the rule.
      expect(rulePreflight.result).toBe('TypeError: Failed to fetch');
      const passes = { rulePreflight: { result: 'status 200' } };
      expect({ ...outcome.development, ...passes }).toEqual(outcome.production);
      expect(outcome.production).toMatchObject({
        request: { result: 'TypeError: Failed to fetch' },
        preflight: { result: 'TypeError: Failed to fetch' },
        rule: { result: 'status 200' },
        ruleAndCredentials: { result: 'TypeError: Failed to fetch' },
        stream: { result: 'fails' },
        // No browser checks the origin of a socket.
        socket: { result: 'opens' },
      });
    });

    it('needs a permission for a server on the same machine', async () => {
      const { browser, right } = apps();
      const without = await ForeignPage.open(browser, listed, []);
      const outcome = await askBoth(right, (server) =>
        without.fetch(server, '/api/time'),
      );
      await without.close();
      measured['withoutPermission'] = outcome;
      expect(outcome.development).toEqual(outcome.production);
      expect(outcome.production.console).toContain('Permission was denied');
    });

    it('is accepted by the browser with the middleware', async () => {
      const outcome = await askBoth(apps().right, async (server) => ({
        request: await page.fetch(server, '/api/time', {
          credentials: true,
          header: true,
        }),
        error: await page.fetch(server, '/api/account', { credentials: true }),
        stream: await page.eventSource(server, '/api/events', true),
      }));
      measured['accepted'] = outcome;
      expect(outcome.development).toEqual(outcome.production);
      expect(outcome.production).toEqual({
        request: { result: 'status 200' },
        error: { result: 'status 401' },
        stream: { result: 'receives events' },
      });
    });

    it('matches the evidence', async () => {
      await expectEvidence('cors', { kind: 'facts', ...measured });
    });
  });
}
