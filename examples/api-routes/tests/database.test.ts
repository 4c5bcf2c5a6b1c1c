import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../src/server/database';
import { expectEvidence } from './support/evidence';
import { createNote, notesOf } from './support/notes';
import { type AppServer, startServer } from './support/server';

let folder: string;
let first: AppServer;
let second: AppServer;
// Measured values for `evidence/database.json`.
const measured: Record<string, object> = {};

const start = (env: Record<string, string> = {}) =>
  startServer('production', { DATA_FOLDER: folder, ...env });
const total = async ({ url }: AppServer) => (await notesOf(url)).total;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'database-'));
  // Simultaneously, in a folder without a database.
  [first, second] = await Promise.all([start(), start()]);
});
afterAll(async () => {
  await Promise.all([first.stop(), second.stop()]);
  await rm(folder, { recursive: true, force: true });
});

it('shows a note to a second process', async () => {
  const note = await createNote(first.url, 'Remember me');
  const seen = await notesOf(second.url);
  expect(seen.notes).toEqual([note]);
  measured['secondProcess'] = { notes: seen.total };
});

it('persists it across restarts and after a crash', async () => {
  const exited = new Promise((resolve) => first.process.once('exit', resolve));
  first.process.kill('SIGTERM');
  expect(await exited).toBe(0);
  first = await start();
  const restarted = await total(first);

  const [, note] = await Promise.all([
    createNote(second.url, 'Written before the end'),
    createNote(first.url, 'Written at the last moment'),
  ]);
  // stop() sends SIGKILL.
  await first.stop();
  first = await start();
  const killed = await notesOf(first.url);
  expect(killed.notes).toContainEqual(note);
  measured['restarted'] = { notes: restarted };
  measured['killed'] = { lost: 3 - killed.total };
  expect({ restarted, killed: killed.total }).toEqual({
    restarted: 1,
    killed: 3,
  });
});

it('loses no notes of two processes that write at the same time', async () => {
  const before = await total(first);
  const each = 40;
  const written = await Promise.all(
    [first, second].flatMap(({ url }) =>
      Array.from({ length: each }, (_, count) => createNote(url, `${count}`)),
    ),
  );
  expect(new Set(written.map(({ id }) => id)).size).toBe(2 * each);
  const after = await total(second);
  measured['concurrent'] = {
    each,
    written: written.length,
    lost: before + written.length - after,
  };
  expect(after).toBe(before + 2 * each);
});

it('misses notes in a copy of the open file', async () => {
  const { id } = await createNote(first.url, 'The newest');
  const copy = join(folder, 'copy.db');
  await copyFile(join(folder, 'notes.db'), copy);
  const database = openDatabase(copy);
  const row = database.prepare('SELECT id FROM notes WHERE id = ?').get(id);
  database.close();
  measured['copied'] = { newest: row === undefined ? 'missing' : 'there' };
  expect(measured['copied']).toEqual({ newest: 'missing' });
});

it('waits for another writer, and allows reads meanwhile', async () => {
  const other = new Database(join(folder, 'notes.db'));
  other.exec('BEGIN IMMEDIATE');
  const before = await total(first);
  const waiting = createNote(first.url, 'Patient');
  let arrived = false;
  void waiting.then(() => (arrived = true));
  const read = await fetch(`${first.url}/api/notes`);
  expect(read.status).toBe(200);
  expect(arrived).toBe(false);
  other.exec('COMMIT');
  await waiting;
  expect(await total(first)).toBe(before + 1);

  other.exec('BEGIN IMMEDIATE');
  const refused = await fetch(`${first.url}/api/notes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"text":"Too late"}',
  });
  other.exec('ROLLBACK');
  other.close();
  measured['locked'] = {
    get: { status: read.status },
    post: { status: refused.status },
  };
  expect(refused.status).toBe(503);
  expect(await total(first)).toBe(before + 1);
});

it('keeps nothing without a database, and logs this', async () => {
  const env = { NOTES_STORE: 'memory' };
  const one = await start(env);
  await createNote(one.url, 'Forget me');
  const other = await start(env);
  const seen = await total(other);
  await Promise.all([one.stop(), other.stop()]);
  const again = await start(env);
  measured['memory'] = {
    secondProcess: { notes: seen },
    restarted: { notes: await total(again) },
  };
  await again.stop();
  expect(one.output()).toContain('a restart forgets them');
  expect(measured['memory']).toEqual({
    secondProcess: { notes: 0 },
    restarted: { notes: 0 },
  });
});

it('exits with the path of an invalid database', async () => {
  const broken = await mkdtemp(join(tmpdir(), 'broken-'));
  const file = join(broken, 'notes.db');
  await writeFile(file, 'This is no database, but it is long enough for one.');
  // The server may print its URL before it exits.
  const end = await start({ DATA_FOLDER: broken }).then(async (server) => {
    const { process } = server;
    if (process.exitCode === null) {
      await new Promise((resolve) => process.once('exit', resolve));
    }
    return `exited with ${process.exitCode ?? 'none'}:\n${server.output()}`;
  }, String);
  await rm(broken, { recursive: true });
  expect(end).toContain(`${file} cannot be opened`);
  const [, exitCode] = /exited with (\w+):/.exec(end) ?? [];
  measured['broken'] = { exitCode: Number(exitCode) };
  expect(measured['broken']).toEqual({ exitCode: 1 });
});

it('rejects a database of a newer version of the app', () => {
  const path = join(folder, 'newer.db');
  openDatabase(path).exec('PRAGMA user_version = 99');
  expect(() => openDatabase(path)).toThrow(
    `${path} is of version 99; this app knows 1.`,
  );
  measured['newer'] = { opens: false };
});

it('is part of the build, for one system', async () => {
  const built = new URL(
    '../dist/analog/server/node_modules/@libsql/',
    import.meta.url,
  );
  measured['build'] = { systems: (await readdir(built)).length };
  expect(measured['build']).toEqual({ systems: 1 });
});

it('matches the evidence', async () => {
  await expectEvidence('database', { kind: 'facts', ...measured });
});
