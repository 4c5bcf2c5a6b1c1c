import { describe, expect, it } from 'vitest';
import { type Apps, both } from '../support/apps';
import { expectEvidence } from '../support/evidence';
import { newLines } from '../support/server-log';
import type { AppServer } from '../support/server';

const message = /ReferenceError: EventSource is not defined/;

/** Tests server-side rendering of pages. */
export function rendering(apps: () => Apps): void {
  describe('server-side rendering', () => {
    // Measured values for `evidence/rendering.json`.
    const measured: Record<string, object> = {};
    const runs = { runsOnServer: true, status: 200, rendered: true };
    const waits = { runsOnServer: false, status: 200, rendered: true };

    it('runs afterNextRender in a build without ngServerMode', async () => {
      const outcome = await both(apps().wrong, (server) => render(server, '/'));
      measured['afterNextRender'] = outcome;
      expect(outcome.production).toMatchObject(runs);
      expect(outcome.development).toEqual(waits);
    });

    it('defers afterNextRender to the browser with ngServerMode', async () => {
      const outcome = await both(apps().right, (server) => render(server, '/'));
      measured['afterNextRenderWithServerMode'] = outcome;
      expect(outcome).toEqual({ development: waits, production: waits });
    });

    it('isPlatformBrowser works in any build', async () => {
      const path = '/guarded';
      const outcome = await both(apps().wrong, (server) =>
        render(server, path),
      );
      measured['isPlatformBrowser'] = outcome;
      expect(outcome).toEqual({ development: waits, production: waits });
    });

    it('an EventSource in a constructor breaks the page', async () => {
      const path = '/bare';
      const outcome = await both(apps().wrong, (server) =>
        render(server, path),
      );
      measured['inConstructor'] = outcome;
      const lost = { runsOnServer: true, status: 200, rendered: false };
      expect(outcome.development).toMatchObject(lost);
      expect(outcome.production).toMatchObject(lost);
    });

    it('matches the evidence', async () => {
      await expectEvidence('rendering', { kind: 'facts', ...measured });
    });
  });
}

/**
 * Requests a page from a server.
 *
 * @returns whether browser code ran, from the server's log, and whether the page is in the response
 */
async function render(server: AppServer, path: string) {
  const from = server.output().length;
  const response = await fetch(server.url + path);
  const page = await response.text();
  // A server logs before it responds, so after another response its output is complete.
  await (await fetch(server.url + path)).text();
  const log = newLines(server, from).find((line) => message.test(line));
  return {
    runsOnServer: log !== undefined,
    status: response.status,
    rendered: page.includes('<h1>News'),
    ...(log === undefined ? {} : { log }),
  };
}
