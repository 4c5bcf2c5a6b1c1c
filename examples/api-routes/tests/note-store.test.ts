import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryNotes } from '../src/server/memory-notes';
import type { NoteStore } from '../src/server/notes';
import { sqliteNotes } from '../src/server/sqlite-notes';

const folder = mkdtempSync(join(tmpdir(), 'note-store-'));
const sqlite = sqliteNotes(join(folder, 'notes.db'));
afterAll(() => {
  sqlite.close();
  rmSync(folder, { recursive: true });
});

const stores: Record<string, NoteStore> = { memory: memoryNotes(), sqlite };

describe.each(Object.entries(stores))('notes in %s', (_, store) => {
  it('are found in both cases, newest first', async () => {
    const first = await store.add({ text: 'Grüße, 100 %' });
    const second = await store.add({ text: 'GRÜSSE_1000' });
    expect(first).toMatchObject({ text: 'Grüße, 100 %', version: 1 });
    expect(await store.find(first.id)).toEqual(first);
    expect(await store.list('', 10)).toEqual({
      notes: [second, first],
      total: 2,
    });
    expect(await store.list('grü', 1)).toEqual({ notes: [second], total: 2 });
    // SQL patterns are plain text.
    expect(await store.list('0 %', 10)).toEqual({ notes: [first], total: 1 });
    expect(await store.list('_', 10)).toEqual({ notes: [second], total: 1 });
  });

  it('change once per version', async () => {
    const { id, createdAt } = await store.add({ text: 'one' });
    const changed = { id, createdAt, text: 'TWO', version: 2 };
    expect(await store.change(id, 1, { text: 'TWO' })).toEqual(changed);
    expect(await store.change(id, 1, { text: 'lost' })).toBe('conflict');
    expect(await store.find(id)).toEqual(changed);
    expect((await store.list('two', 1)).notes).toEqual([changed]);
  });

  it('are gone after deletion', async () => {
    const { id } = await store.add({ text: 'short-lived' });
    expect(await store.delete(id)).toBe(true);
    expect(await store.delete(id)).toBe(false);
    expect(await store.find(id)).toBeUndefined();
    expect(await store.change(id, 1, { text: 'late' })).toBeUndefined();
  });
});

it('drops the oldest note above 1000 in memory', async () => {
  const store = memoryNotes();
  const oldest = await store.add({ text: 'oldest' });
  const second = await store.add({ text: 'second' });
  for (let count = 2; count < 1000; count++) {
    await store.add({ text: `note ${count}` });
  }
  expect(await store.find(oldest.id)).toEqual(oldest);

  const newest = await store.add({ text: 'newest' });
  expect(await store.find(oldest.id)).toBeUndefined();
  expect(await store.find(second.id)).toEqual(second);
  expect(await store.list('', 1)).toEqual({ notes: [newest], total: 1000 });
});
