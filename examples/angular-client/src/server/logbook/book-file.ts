import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Entry, limits } from '../../shared/logbook-event';
import type { KeptBook } from './logbook';

/**
 * Reads the book that a file has kept, one entry a line. A line that is incomplete
 * because its server died was never acknowledged, and is left out.
 *
 * @param book the name of a book that begins now
 */
export function readBook(file: string, book: string): KeptBook {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const entries = lines.map(readEntry).filter((entry) => entry !== undefined);
  const name = entries.at(-1)?.cursor.split('-')[0] ?? book;
  return { book: name, entries: entries.slice(-limits.entries) };
}

/** Rewrites the file with the entries that are still needed, so that it doesn't grow forever. */
export function writeBook(file: string, { entries }: KeptBook): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, entries.map(toLine).join(''));
  renameSync(`${file}.new`, file);
}

/** Adds an entry. It is there for the next start of the server when this returns. */
export function appendEntry(file: string, entry: Entry): void {
  appendFileSync(file, toLine(entry));
}

function toLine(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}

function readEntry(line: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isEntry(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is Entry {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['id', 'text', 'cursor'].every(
      (key) => typeof Reflect.get(value, key) === 'string',
    )
  );
}
