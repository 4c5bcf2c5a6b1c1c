import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { expectEvidence } from '../support/evidence.ts';
import { bookOf } from '../support/logbook.ts';
import {
  LogbookPages,
  type Reading,
  readings,
} from '../support/logbook-pages.ts';
import { type AppServer, startServer } from '../support/server.ts';
import { networkTo } from '../support/network.ts';

const temporaryRoute = new URL(
  '../../src/server/routes/api/temporary.get.ts',
  import.meta.url,
);
const notes = Array.from({ length: 30 }, (_, index) => `Note ${index + 1}`);

// What this file measures, for `evidence/losses.json`.
const measured: Record<string, object> = {};

/** What becomes of the pages when their server goes, changes or falls silent. */
export function losses(browser: () => Browser): void {
  describe('a loss', () => {
    let server: AppServer | undefined;
    let all: LogbookPages | undefined;

    afterEach(async () => {
      await all?.context.close();
      await server?.stop();
      server = undefined;
    });
    afterAll(() => rm(temporaryRoute, { force: true }));

    it('loses and doubles nothing when the server is killed and starts again', async () => {
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

    it('loses and doubles nothing when the development server reads new code', async () => {
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
      // The new code counts anew: all pages have come back to it.
      await expect
        .poll(async () => (await bookOf(development)).readers)
        .toEqual({ now: readings.length, joined: readings.length });
      expect(await all.agreed()).toEqual([...before, ...notes]);
      measured['restart'] = {
        ...measured['restart'],
        development: await outcome(all, before.length),
      };
    });

    it('is noticed by the services when the network falls silent, and by nobody else', async () => {
      server = await startServer('production', {
        ...env('silent'),
        ALIVE_SECONDS: '1',
      });
      const network = await networkTo(server.url);
      all = await LogbookPages.open(browser(), network.url);
      await all.write('Before');
      await all.allShow('Before');

      // What the pages were loaded over is closed when it is idle.
      await expect.poll(() => network.connections()).toBe(readings.length);
      network.forgetAll();
      // Not by what the pages say: on a busy machine nobody may look at them while they are not connected.
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

    it('is as recorded', async () => {
      await expectEvidence('losses', { kind: 'facts', ...measured });
    });
  });
}

/** Writes a route, and waits until the server answers with it. */
async function setRoute(server: string, answer: string): Promise<void> {
  await writeFile(
    temporaryRoute,
    `import { defineEventHandler } from 'h3';\n\nexport default defineEventHandler(() => '${answer}');\n`,
  );
  const ask = async () => {
    // A request that meets the restart of the routes may never be answered.
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

/** What each page shows of the notes, below what it showed before. */
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

/** What became of a page whose network fell silent, when others have come back. */
async function afterSilence(
  all: LogbookPages,
  reading: Reading,
): Promise<string> {
  await all.status(reading, /Connected|resolved/);
  const texts = await all.entries(reading);
  return texts.includes('After') ? 'comes back' : 'notices nothing';
}
