import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteListSchema } from '../src/shared/note.ts';
import { expectEvidence } from './support/evidence.ts';
import { type AppServer, startServer } from './support/server.ts';
import { startTogether } from './support/start-together.ts';

let first: AppServer;
let second: AppServer;
// What this file measures, for `evidence/memory.json`.
const measured: Record<string, object> = {};

beforeAll(async () => {
  [first, second] = await startTogether(
    startServer('production'),
    startServer('production'),
  );
});
afterAll(() => Promise.all([first.stop(), second.stop()]));

it('keeps a note in its own process only', async () => {
  const response = await fetch(`${first.url}/api/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Remember me' }),
  });
  expect(response.status).toBe(201);
  expect(await notesOf(first)).toBe(1);

  measured['secondProcess'] = { notes: await notesOf(second) };
  expect(measured['secondProcess']).toEqual({ notes: 0 });
});

it('has forgotten it after a restart', async () => {
  await first.stop();
  first = await startServer('production');
  measured['restarted'] = { notes: await notesOf(first) };
  expect(measured['restarted']).toEqual({ notes: 0 });
});

it('is as recorded', async () => {
  await expectEvidence('memory', { kind: 'facts', ...measured });
});

async function notesOf({ url }: AppServer): Promise<number> {
  const response = await fetch(`${url}/api/notes`);
  return noteListSchema.parse(await response.json()).total;
}
