import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { expectEvidence } from '../support/evidence';
import { bookOf } from '../support/logbook';
import { LogbookPages, type Reading, readings } from '../support/logbook-pages';
import { type AppServer, startServer } from '../support/server';
import { networkTo } from '../support/network';

const temporaryRoute = new URL(
  '../../src/server/routes/api/temporary.get.ts',
  import.meta.url,
);
const notes = Array.from({ length: 30 }, (_, index) => `Note ${index + 1}`);

// Measured values for `evidence/losses.json`.
const measured: Record<string, object> = {};

/** Tests pages whose server exits, changes or stops responding. */
export function losses(browser: () => Browser): void {
  describe('a lost connection', () => {
    let server: AppServer | undefined;
    let all: LogbookPages | undefined;

    afterEach(async () => {
      await all?.context.close();
      await server?.stop();
      server = undefined;
    });
    afterAll(() => rm(temporaryRoute, { force: true }));

    it('loses and repeats nothing when the server is killed and restarts', async () => {
      server = await startServer('production', env('restarted'));
      all = await LogbookPages.open(browser(), server.url);
      const { port } = new URL(server.url);

      const writing = writeAll(all);
      await all.shows('socket', 'Note 5');
      await server.stop();
      await writing;
      const waiting = (await all.unsent()).length;
      expect(waiting).toBeGreaterThan(0);
      for (const reading of ['socket', 'stream'] as const) {
        await all.status(reading, /Connection lost|Connecting/);
      }

      server = await startServer('production', {
        ...env('restarted'),
        PORT: port,
      });
      await all.allShow('Note 30');
      expect(await all.agreed()).toEqual(notes);
      expect(await all.unsent()).toEqual([]);
      const { lastCursor } = await bookOf(server.url);
      expect(lastCursor).toMatch(/-30$/);
      measured['restart'] = { production: await outcome(all) };
    });

    it('loses and repeats nothing when the development server reloads code', async () => {
      const development = inject('development');
      await setRoute(development, 'old code');
      all = await LogbookPages.open(browser(), development);
      const before = await all.agreed();

      const writing = writeAll(all);
      await all.shows('socket', 'Note 5');
      await setRoute(development, 'new code');
      await writing;
      await all.allShow('Note 30');
      await all.status('socket', 'Connected');
      // The new code counts from 0: all pages have reconnected.
      await expect
        .poll(async () => (await bookOf(development)).readers)
        .toEqual({ now: readings.length, joined: readings.length });
      expect(await all.agreed()).toEqual([...before, ...notes]);
      measured['restart'] = {
        ...measured['restart'],
        development: await outcome(all, before.length),
      };
    });

    it('is detected by the services, and by no other page, when the network stops responding', async () => {
      server = await startServer('production', {
        ...env('silent'),
        ALIVE_SECONDS: '1',
      });
      const network = await networkTo(server.url);
      all = await LogbookPages.open(browser(), network.url);
      await all.write('Before');
      await all.allShow('Before');

      // Idle connections of page loads are closed.
      await expect.poll(() => network.connections()).toBe(readings.length);
      network.forgetAll();
      // Checks the server, since pages may be disconnected only for a moment.
      await expect
        .poll(() => network.newConnections())
        .toBeGreaterThanOrEqual(2);
      await all.status('socket', 'Connected');
      await all.status('stream', 'Connected');
      await all.write('After');
      await all.shows('socket', 'After');
      await all.shows('stream', 'After');
      const production: Record<string, string> = {};
      for (const reading of readings) {
        production[reading] = await afterSilence(all, reading);
      }
      measured['silence'] = { production };
      network.end();
    });

    it('matches the evidence', async () => {
      await expectEvidence('losses', { kind: 'facts', ...measured });
    });
  });
}

/** Writes a route, and waits until the server responds with it. */
async function setRoute(server: string, answer: string): Promise<void> {
  await writeFile(
    temporaryRoute,
    `import { defineEventHandler } from 'h3';\n\nexport default defineEventHandler(() => '${answer}');\n`,
  );
  const ask = async () => {
    // A request during a reload of the routes may never get a response.
    const signal = AbortSignal.timeout(3_000);
    const response = await fetch(`${server}/api/temporary`, { signal });
    return response.text();
  };
  await expect.poll(() => ask().catch(String)).toBe(answer);
}

function env(name: string): Record<string, string> {
  return { LOGBOOK_FILE: join(inject('folder'), `${name}.jsonl`) };
}

async function writeAll(all: LogbookPages): Promise<void> {
  for (const note of notes) await all.write(note);
}

/** Returns the notes that each page shows below the earlier ones. */
async function outcome(all: LogbookPages, before = 0): Promise<object> {
  const pages: Record<string, string> = {};
  let lost = 0;
  let doubled = 0;
  for (const reading of readings) {
    const texts = (await all.entries(reading)).slice(before);
    const once = new Set(texts);
    const missing = notes.filter((note) => !once.has(note));
    lost += missing.length;
    doubled += texts.length - once.size;
    pages[reading] =
      missing.length === 0 && texts.length === notes.length
        ? 'has all, each once'
        : 'has not';
  }
  return { written: notes.length, lost, doubled, pages };
}

/** Returns the state of a page without a network after others have reconnected. */
async function afterSilence(
  all: LogbookPages,
  reading: Reading,
): Promise<string> {
  await all.status(reading, /Connected|resolved/);
  const texts = await all.entries(reading);
  return texts.includes('After') ? 'comes back' : 'notices nothing';
}
