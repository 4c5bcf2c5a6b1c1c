import { describe, expect, it } from 'vitest';
import { type Apps, both } from '../support/apps';
import { expectEvidence } from '../support/evidence';
import { receivePublished } from '../support/page-socket';
import type { ServerPair } from '../support/server-pair';

const file = 'src/server/routes/api/ws/room.ts';
const url = '/api/ws/room';

/** Tests what a page receives when an object or a text is published. */
export function publishedObject(apps: () => Apps): void {
  describe('in a browser', () => {
    const measured: Record<string, object> = {};

    const receive = (pair: ServerPair) =>
      both(pair, async (server) => {
        const page = await apps().browser.newPage();
        // Any response gives the page its origin; this one runs no script.
        await page.goto(server.url + url);
        const received = await receivePublished(page, url);
        await page.close();
        return received;
      });

    it("a published object is a Blob, which isn't JSON", async () => {
      const received = await receive(apps().wrong);
      measured['object'] = { file, url, ...received };
      for (const { data, parsed } of Object.values(received)) {
        expect(data).toBe('Blob');
        expect(parsed).toMatch(/^SyntaxError/);
      }
    });

    it('published text is a string', async () => {
      const received = await receive(apps().right);
      measured['text'] = { file, url, ...received };
      const text = { data: 'String', parsed: '{"text":"Hello"}' };
      expect(received).toEqual({ development: text, production: text });
    });

    it('matches the evidence', async () => {
      await expectEvidence('published-object', { kind: 'facts', ...measured });
    });
  });
}
