import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createError } from 'h3';
import Database from 'libsql';
import { z } from 'zod';

const versionSchema = z.object({ user_version: z.int() });

/** How long to wait, in milliseconds, for another process that writes. */
const patience = 5000;

// Each runs once, in this order. Add to the end; never change one that has run.
const migrations = [
  `CREATE TABLE notes (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    version INTEGER NOT NULL
  ) STRICT`,
];

/**
 * Opens the database at `path`, creates it if it doesn't exist, and migrates its
 * tables.
 *
 * @throws when the file is unusable, or from a newer version of the app
 */
export function openDatabase(path: string): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, { timeout: patience });
  // Readers don't wait for writers.
  database.exec('PRAGMA journal_mode = WAL');
  migrate(database, path);
  // SQLite's own timeout would block the whole process: see `whenFree`.
  database.exec('PRAGMA busy_timeout = 0');
  return database;
}

/** Takes the lock before it reads the version: two processes may start together. */
function migrate(database: Database.Database, path: string): void {
  database
    .transaction(() => {
      const { user_version: version } = versionSchema.parse(
        database.prepare('PRAGMA user_version').get(),
      );
      if (version > migrations.length) {
        throw new Error(
          `${path} is of version ${version}; this app knows ${migrations.length}.`,
        );
      }
      for (const migration of migrations.slice(version)) {
        database.exec(migration);
      }
      database.exec(`PRAGMA user_version = ${migrations.length}`);
    })
    .immediate();
}

/**
 * Retries `write` until no other process holds the lock. The server handles other
 * requests in the meantime.
 *
 * @throws a 503 when it takes too long; nothing has been written then
 */
export async function whenFree<T>(write: () => T): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return write();
    } catch (error) {
      if (!isBusy(error)) {
        throw error;
      }
      if (performance.now() > end) {
        throw createError({
          statusCode: 503,
          message: 'The database is busy.',
        });
      }
    }
    await pause(5 + Math.random() * 20);
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
  );
}
