import {
  type Entry,
  limits,
  type LogbookEvent,
  type Note,
} from '../../shared/logbook-event';

/** What a book was when its server ended: its name, and its entries. */
export interface KeptBook {
  readonly book: string;
  readonly entries: readonly Entry[];
}

type Reader = (event: LogbookEvent) => void;

/** A list of notes that many read while others write. */
export class Logbook {
  // Each book counts from 1. Its name keeps a client from resuming in another.
  #book = crypto.randomUUID().slice(0, 8);
  #entries: Entry[] = [];
  #count = 0;
  #keep: (entry: Entry) => void = () => undefined;
  readonly #readers = new Set<Reader>();
  #joined = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param alivePeriod how many milliseconds pass between two signs of life */
  constructor(public alivePeriod = 15_000) {}

  get name(): string {
    return this.#book;
  }

  /** The cursor of the newest entry; empty when there is none. */
  get lastCursor(): string {
    return this.#entries.at(-1)?.cursor ?? '';
  }

  get isFull(): boolean {
    return this.#readers.size >= limits.readers;
  }

  /** How many read now, and how many have begun to since the server did. */
  get readers(): { now: number; joined: number } {
    return { now: this.#readers.size, joined: this.#joined };
  }

  /** Goes on with a book from before, and gives each new entry to `keep` before anybody reads it. */
  goOn({ book, entries }: KeptBook, keep: (entry: Entry) => void): void {
    this.#book = book;
    this.#entries = entries.slice(-limits.entries);
    this.#count = Number(entries.at(-1)?.cursor.split('-')[1] ?? 0);
    this.#keep = keep;
  }

  /** Adds a note, and shows it to all. One that is there already is not added again. */
  write({ id, text }: Note): void {
    // A client that lost its connection sends again what it has not seen come back.
    if (this.#entries.some((entry) => entry.id === id)) {
      return;
    }
    this.#count += 1;
    const entry: Entry = { id, text, cursor: `${this.#book}-${this.#count}` };
    this.#keep(entry);
    this.#entries = [...this.#entries, entry].slice(-limits.entries);
    this.#tellAll({ type: 'entry', entry });
  }

  /**
   * Sends a reader all that came after its cursor, and then whatever comes.
   *
   * @param cursor of the last entry that it has; empty when it has none
   * @returns the function that ends it
   */
  join(cursor: string, reader: Reader): () => void {
    // No `await` in here: an entry that came meanwhile would be lost, or come twice.
    const last = this.#entries.findIndex((entry) => entry.cursor === cursor);
    if (cursor !== '' && last === -1) {
      reader({ type: 'reset' });
    }
    for (const entry of this.#entries.slice(last + 1)) {
      reader({ type: 'entry', entry });
    }
    reader({ type: 'alive', within: this.alivePeriod });
    this.#add(reader);
    return () => this.#remove(reader);
  }

  #add(reader: Reader): void {
    this.#joined += 1;
    this.#readers.add(reader);
    this.#timer ??= setInterval(
      () => this.#tellAll({ type: 'alive', within: this.alivePeriod }),
      this.alivePeriod,
    );
  }

  #remove(reader: Reader): void {
    this.#readers.delete(reader);
    if (this.#readers.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #tellAll(event: LogbookEvent): void {
    for (const reader of this.#readers) reader(event);
  }
}

/** The book of this server. */
export const logbook = new Logbook();
