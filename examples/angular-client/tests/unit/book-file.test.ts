// @vitest-environment node
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  appendEntry,
  readBook,
  writeBook,
} from '../../src/server/logbook/book-file';
import { Logbook } from '../../src/server/logbook/logbook';
import { limits, type LogbookEvent } from '../../src/shared/logbook-event';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'book-'));
  file = join(folder, 'data', 'logbook.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('starts with an empty logbook', () => {
  expect(readBook(file, 'new')).toEqual({ book: 'new', entries: [] });
});

it('continues an existing logbook: its name, entries and count', () => {
  const first = start();
  first.write({ id: 'note-one', text: 'One' });
  first.write({ id: 'note-two', text: 'Two' });
  const cursor = first.lastCursor;

  const second = start();
  expect(second.name).toBe(first.name);
  second.write({ id: 'note-two', text: 'Two, again' });
  second.write({ id: 'note-three', text: 'Three' });
  expect(heardBy(second, cursor)).toEqual(['Three', 'alive']);
  expect(second.lastCursor).toBe(`${first.name}-3`);
});

it('ignores an incomplete line', () => {
  const first = start();
  first.write({ id: 'note-one', text: 'One' });
  appendFileSync(file, '{"id":"note-two","text":"Tw');

  const second = start();
  second.write({ id: 'note-three', text: 'Three' });
  expect(heardBy(start(), '')).toEqual(['One', 'Three', 'alive']);
});

it('keeps a limited number of entries, in the file, too', () => {
  const first = start();
  for (let count = 1; count <= limits.entries + 5; count += 1) {
    first.write({ id: `note-${count}-x`, text: `${count}` });
  }
  const heard = heardBy(start(), '');
  expect(heard).toHaveLength(limits.entries + 1);
  expect(heard[0]).toBe('6');
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(
    limits.entries,
  );
});

it('writes an entry to the file before readers receive it', () => {
  const book = start();
  const inFile: boolean[] = [];
  const leave = book.join('', (event) => {
    if (event.type === 'entry') {
      inFile.push(readFileSync(file, 'utf8').includes(event.entry.id));
    }
  });
  book.write({ id: 'note-one', text: 'One' });
  leave();
  expect(inFile).toEqual([true]);
});

/** Starts like the server plugin. */
function start(): Logbook {
  const book = new Logbook();
  const kept = readBook(file, book.name);
  writeBook(file, kept);
  book.goOn(kept, (entry) => appendEntry(file, entry));
  return book;
}

/** Returns the entries that a reader gets immediately. */
function heardBy(book: Logbook, cursor: string): string[] {
  const events: LogbookEvent[] = [];
  book.join(cursor, (event) => events.push(event))();
  return events.map((event) =>
    event.type === 'entry' ? event.entry.text : event.type,
  );
}
