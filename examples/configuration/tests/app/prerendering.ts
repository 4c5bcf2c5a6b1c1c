import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Apps } from '../support/running-servers';
import { expectEvidence } from '../support/evidence';
import { prerender } from '../support/prerender';
import type { AppServer } from '../support/server';
import { askBoth } from '../support/server-pair';

const app = new URL('../../', import.meta.url);

/** Tests which pages the build renders, and which the server. */
export function prerendering(apps: () => Apps): void {
  describe('prerendering', () => {
    // Measured values for `evidence/prerendering.json`.
    const measured: Record<string, object> = {};

    it('freezes the start page by default', async () => {
      const outcome = await askBoth(apps().wrong, twoVisits);
      const file = has('dist/wrong/dist/analog/public/index.html');
      measured['byDefault'] = { ...outcome, file };
      expect(outcome.development.time).toBe('changes');
      expect(outcome.production.time).toBe('stays the same');
      expect(file).toBe('exists');
    });

    it("isn't asked again by the browser", async () => {
      const page = await apps().browser.newPage();
      const paths: string[] = [];
      page.on('request', (sent) => paths.push(new URL(sent.url()).pathname));
      const { url } = apps().wrong.production;
      await page.goto(url, { waitUntil: 'networkidle' });
      const shown = await page.locator('time').textContent();
      await page.close();
      const again = paths.includes('/api/time') ? 'requested' : 'not requested';
      measured['inBrowser'] = { route: again };
      expect(again).toBe('not requested');
      expect(shown).toBe(timeIn(await (await fetch(url)).text()));
    });

    it('leaves the start page to the server if other routes are listed', async () => {
      const outcome = await askBoth(apps().right, twoVisits);
      measured['listedOnly'] = {
        ...outcome,
        file: has('dist/analog/public/index.html'),
        listedFile: has('dist/analog/public/about/index.html'),
      };
      expect(outcome.production.time).toBe('changes');
      expect(measured['listedOnly']).toMatchObject({
        file: 'is missing',
        listedFile: 'exists',
      });
    });

    it('is recognised by the headers of a file', async () => {
      const { production } = apps().right;
      const outcome = {
        prerendered: await lastModified(production, '/about'),
        rendered: await lastModified(production, '/'),
      };
      measured['lastModified'] = outcome;
      expect(outcome).toEqual({ prerendered: 'sent', rendered: 'not sent' });
    });

    it('is skipped for a page with a rule', async () => {
      const outcome = await askBoth(apps().right, async ({ url }) => {
        const headers = {
          cookie: 'access=token-of-the-tests-0123456789abcdef',
        };
        const page = await fetch(`${url}/account`, { headers });
        const html = await page.text();
        return {
          status: page.status,
          html: html.includes('<h1>') ? 'rendered' : 'an empty app',
        };
      });
      measured['ssrFalse'] = outcome;
      const empty = { status: 200, html: 'an empty app' };
      expect(outcome).toEqual({ development: empty, production: empty });
    });

    it('loses components that need a browser, and never exits with a timer', async () => {
      const { output, exits, html } = await prerender();
      const lines = output
        .replaceAll(/\u001b\[[\d;]*m/g, '')
        .split('\n')
        .filter((line) => line.startsWith('ERROR'));
      const contents = async (path: string) =>
        (await html(path)).includes('<h1>') ? 'rendered' : 'missing';
      const outcome = {
        printed: output.includes('successfully built') ? 'success' : 'failure',
        errors: {
          stream: lines.find((line) => line.includes('EventSource')),
          socket: lines.find((line) => line.includes('URL')),
        },
        stream: await contents('/stream'),
        socket: await contents('/socket'),
        clock: await contents('/clock'),
        // If this changes, the guide's advice to list and ignore `/` can go.
        startPage: await contents(''),
        process: exits ? 'exits' : 'keeps running',
      };
      measured['browserOnly'] = outcome;
      expect(outcome).toEqual({
        printed: 'success',
        errors: {
          stream: 'ERROR ReferenceError: EventSource is not defined',
          socket: 'ERROR DOMException [SyntaxError]: TypeError: Invalid URL',
        },
        stream: 'missing',
        socket: 'missing',
        clock: 'rendered',
        startPage: 'missing',
        process: 'keeps running',
      });
    });

    it('matches the evidence', async () => {
      await expectEvidence('prerendering', { kind: 'facts', ...measured });
    });
  });
}

function has(file: string): 'exists' | 'is missing' {
  return existsSync(fileURLToPath(new URL(file, app)))
    ? 'exists'
    : 'is missing';
}

async function twoVisits({ url }: AppServer): Promise<{ time: string }> {
  const first = timeIn(await (await fetch(url)).text());
  const second = timeIn(await (await fetch(url)).text());
  return { time: first === second ? 'stays the same' : 'changes' };
}

/** The server's time in the page. */
function timeIn(html: string): string {
  const [, time] = /<time>([^<]+)/.exec(html) ?? [];
  if (!time) throw new Error(`The page has no time: ${html.slice(0, 2000)}`);
  return time;
}

async function lastModified({ url }: AppServer, path: string): Promise<string> {
  const { headers } = await fetch(url + path);
  return headers.has('last-modified') ? 'sent' : 'not sent';
}
