import { describe, expect, it } from 'vitest';
import { type Apps, both, patience } from '../support/apps';
import { expectEvidence } from '../support/evidence';
import { watchHandshake } from '../support/handshake';
import { consoleOfSocket } from '../support/page-socket';
import { lineInLog } from '../support/server-log';
import type { AppServer } from '../support/server';

const file = 'src/server/routes/api/ws/room.ts';
const url = '/api/ws/room';
const foreign = { origin: 'https://elsewhere.example' };
const refused = (status: number) => ({ outcome: 'refused', status });
/** Seconds after which a test counts as hanging. */
const atMost = 60;
const neverEnds = { outcome: 'never ends', watchedFor: patience.text };

/** Tests the result for a client if an `upgrade` hook throws. */
export function handshake(apps: () => Apps): void {
  describe('a handshake', () => {
    // Measured values for `evidence/handshake.json`.
    const measured: Record<string, object> = {};

    it('never completes if the hook throws an error', async () => {
      const { wrong, browser } = apps();
      const page = await browser.newPage();
      await page.goto(wrong.production.url + url);
      const [error, createdError, inBrowser] = await Promise.all([
        both(wrong, (server) => askInVain(server, {}, /No name given/)),
        both(wrong, (server) => askInVain(server, foreign, /Not from this/)),
        consoleOfSocket(page, url, patience.seconds),
      ]);
      await page.close();
      measured['error'] = { file, url, ...error, browser: inBrowser };
      measured['createError'] = { file, url, ...createdError };
      for (const answer of [error, createdError]) {
        expect(answer.development).toMatchObject(neverEnds);
        expect(answer.production).toMatchObject(neverEnds);
      }
      expect(inBrowser).toBe('CONNECTING');
    });

    it('is refused if the hook returns a Response, or throws an error with one', async () => {
      const { right, browser } = apps();
      const server = right.production.url;
      const [namelessPage, foreignPage] = [
        await browser.newPage(),
        await browser.newPage(),
      ];
      await namelessPage.goto(server + url);
      await foreignPage.goto(server.replace('127.0.0.1', 'localhost') + url);
      const socket = server.replace('http', 'ws') + url;
      const [nameless, otherOrigin, ...consoles] = await Promise.all([
        both(right, (one) => ask(one, {})),
        both(right, (one) => ask(one, foreign)),
        consoleOfSocket(namelessPage, socket, atMost),
        consoleOfSocket(foreignPage, socket, atMost),
      ]);
      await Promise.all([namelessPage.close(), foreignPage.close()]);
      measured['errorWithResponse'] = {
        ...{ file, url, ...nameless },
        browser: consoles[0],
      };
      measured['returnedResponse'] = {
        ...{ file, url, ...otherOrigin },
        browser: consoles[1],
      };
      expect(nameless).toEqual({
        development: refused(401),
        production: refused(401),
      });
      expect(otherOrigin).toEqual({
        development: refused(403),
        production: refused(403),
      });
      expect(consoles).toEqual([
        expect.stringContaining('Authentication failed'),
        expect.stringContaining('403'),
      ]);
    });

    it('matches the evidence', async () => {
      await expectEvidence('handshake', { kind: 'facts', ...measured });
    });
  });
}

function ask(server: AppServer, headers: Record<string, string>, path = url) {
  return watchHandshake(server.url, path, headers, atMost);
}

/**
 * Waits for a handshake that should never complete. Once the hook's error is logged, the same server has to open another socket,
 * which shows that it isn't just slow.
 */
async function askInVain(
  server: AppServer,
  headers: Record<string, string>,
  error: RegExp,
) {
  const from = server.output().length;
  const [handshake, log] = await Promise.all([
    watchHandshake(server.url, url, headers, patience.seconds),
    lineInLog(server, error, from).then(async (line) => {
      expect(await ask(server, {}, `${url}?name=Ada`)).toEqual({
        outcome: 'opens',
      });
      return line;
    }),
  ]);
  return { ...handshake, log };
}
