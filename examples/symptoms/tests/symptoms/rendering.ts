import { describe, expect, it } from 'vitest';
import { type Apps, both } from '../support/apps.ts';
import { expectEvidence } from '../support/evidence.ts';
import { newLines } from '../support/server-log.ts';
import type { AppServer } from '../support/server.ts';

const message = /ReferenceError: EventSource is not defined/;

/** What happens on the server when a page is rendered. */
export function rendering(apps: () => Apps): void {
  describe('while the server renders a page', () => {
    // What is measured, for `evidence/rendering.json`.
    const measured: Record<string, object> = {};
    const runs = { runsOnServer: true, status: 200, rendered: true };
    const waits = { runsOnServer: false, status: 200, rendered: true };

    it('afterNextRender runs in a build that is not told its side', async () => {
      const outcome = await both(apps().wrong, (server) => render(server, '/'));
      measured['afterNextRender'] = outcome;
      expect(outcome.production).toMatchObject(runs);
      expect(outcome.development).toEqual(waits);
    });

    it('afterNextRender waits for the browser with ngServerMode', async () => {
      const outcome = await both(apps().right, (server) => render(server, '/'));
      measured['afterNextRenderWithServerMode'] = outcome;
      expect(outcome).toEqual({ development: waits, production: waits });
    });

    it('isPlatformBrowser knows its side in any build', async () => {
      const path = '/guarded';
      const outcome = await both(apps().wrong, (server) =>
        render(server, path),
      );
      measured['isPlatformBrowser'] = outcome;
      expect(outcome).toEqual({ development: waits, production: waits });
    });

    it('an EventSource in a constructor loses the page', async () => {
      const path = '/bare';
      const outcome = await both(apps().wrong, (server) =>
        render(server, path),
      );
      measured['inConstructor'] = outcome;
      const lost = { runsOnServer: true, status: 200, rendered: false };
      expect(outcome.development).toMatchObject(lost);
      expect(outcome.production).toMatchObject(lost);
    });

    it('is as recorded', async () => {
      await expectEvidence('rendering', { kind: 'facts', ...measured });
    });
  });
}

/**
 * Asks a server for a page.
 *
 * @returns whether the code for the browser ran, as the server's log tells, and
 * whether the page is in the answer
 */
async function render(server: AppServer, path: string) {
  const from = server.output().length;
  const response = await fetch(server.url + path);
  const page = await response.text();
  // A server prints before it answers, so what it printed has arrived when it
  // has answered once more.
  await (await fetch(server.url + path)).text();
  const log = newLines(server, from).find((line) => message.test(line));
  return {
    runsOnServer: log !== undefined,
    status: response.status,
    rendered: page.includes('<h1>News'),
    ...(log === undefined ? {} : { log }),
  };
}
