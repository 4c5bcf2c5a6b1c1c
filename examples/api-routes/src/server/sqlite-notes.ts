import { z } from 'zod';
import { noteSchema } from '../shared/note';
import { openDatabase, whenFree } from './database';
import type { NoteStore } from './notes';

const countSchema = z.object({ total: z.int() });

/**
 * Stores notes in the SQLite database at `path`.
 *
 * @throws as `openDatabase` does
 */
export function sqliteNotes(path: string): NoteStore & { close(): void } {
  const database = openDatabase(path);
  // A value is always a parameter, never a part of the SQL.
  const count = database.prepare<[string]>(
    'SELECT count(*) AS total FROM notes WHERE instr(folded, ?)',
  );
  const newest = database.prepare<[string, number]>(
    'SELECT * FROM notes WHERE instr(folded, ?) ORDER BY position DESC LIMIT ?',
  );
  const byId = database.prepare<[string]>('SELECT * FROM notes WHERE id = ?');
  const insert = database.prepare<string[]>(
    `INSERT INTO notes (id, text, folded, createdAt, version)
     VALUES (?, ?, ?, ?, 1) RETURNING *`,
  );
  // Checks and updates in one statement, so no other write can come in between.
  const update = database.prepare<[string, string, string, number]>(
    `UPDATE notes SET text = ?, folded = ?, version = version + 1
     WHERE id = ? AND version = ? RETURNING *`,
  );
  const remove = database.prepare<[string]>('DELETE FROM notes WHERE id = ?');

  const find = (id: string) => noteSchema.optional().parse(byId.get(id));

  return {
    list(q, limit) {
      const wanted = q.toLowerCase();
      return {
        notes: z.array(noteSchema).parse(newest.all(wanted, limit)),
        total: countSchema.parse(count.get(wanted)).total,
      };
    },

    find,

    add: ({ text }) =>
      whenFree(() => {
        const now = new Date().toISOString();
        const id = crypto.randomUUID();
        return noteSchema.parse(insert.get(id, text, text.toLowerCase(), now));
      }),

    change: (id, version, { text }) =>
      whenFree(() => {
        const row = update.get(text, text.toLowerCase(), id, version);
        return row === undefined
          ? find(id) && 'conflict'
          : noteSchema.parse(row);
      }),

    delete: (id) => whenFree(() => remove.run(id).changes > 0),

    close() {
      // Moves the data from the log into the database file.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}
