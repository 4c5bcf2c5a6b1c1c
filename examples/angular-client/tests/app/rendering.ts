import { describe, expect, it } from 'vitest';
import { expectEvidence } from '../support/evidence';
import { bookOf } from '../support/logbook';
import { onBoth } from '../support/on-both';

const pages = ['/', '/stream', '/resource', '/rxjs'];

// Measured values for `evidence/rendering.json`.
const measured: Record<string, object> = {};

/** Tests server-side rendering of the app's pages and of others. */
export function rendering(): void {
  describe('server-side rendering', () => {
    it('opens no connection', async () => {
      measured['pages'] = await onBoth(async (server) => {
        const before = await bookOf(server);
        for (const page of pages) {
          const response = await fetch(server + page);
          const html = await response.text();
          expect(response.status).toBe(200);
          expect(html).toContain('Logbook');
          expect(html).toMatch(/role="status"[^>]*>(?:Connecting…|idle)</);
        }
        const opened =
          (await bookOf(server)).readers.joined - before.readers.joined;
        return { rendered: pages.length, opened };
      });
    });

    it('fails in a component that opens a socket with a relative URL', async () => {
      measured['path'] = await onBoth(async (server) => {
        const response = await fetch(`${server}/relative-socket`);
        const html = await response.text();
        const isRendered = html.includes('rendered</output>');
        return { status: response.status, rendered: isRendered };
      });
    });

    it('matches the evidence', async () => {
      await expectEvidence('rendering', { kind: 'facts', ...measured });
    });
  });
}
