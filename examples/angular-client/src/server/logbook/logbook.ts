import {
  type Entry,
  limits,
  type LogbookEvent,
  type Note,
} from '../../shared/logbook-event';

/** The stored state of a logbook: its name and its entries. */
export interface KeptBook {
  readonly book: string;
  readonly entries: readonly Entry[];
}

type Reader = (event: LogbookEvent) => void;

/** A list of notes with many readers and writers. */
export class Logbook {
  // Each logbook counts from 1. The name prevents resuming in another logbook.
  #book = crypto.randomUUID().slice(0, 8);
  #entries: Entry[] = [];
  #count = 0;
  #keep: (entry: Entry) => void = () => undefined;
  readonly #readers = new Set<Reader>();
  #joined = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param alivePeriod the heartbeat interval in milliseconds */
  constructor(public alivePeriod = 15_000) {}

  get name(): string {
    return this.#book;
  }

  /** The cursor of the newest entry; empty if there's none. */
  get lastCursor(): string {
    return this.#entries.at(-1)?.cursor ?? '';
  }

  get isFull(): boolean {
    return this.#readers.size >= limits.readers;
  }

  /** The current number of readers, and all since the server started. */
  get readers(): { now: number; joined: number } {
    return { now: this.#readers.size, joined: this.#joined };
  }

  /** Continues a stored logbook, and passes each new entry to `keep` before it's sent. */
  goOn({ book, entries }: KeptBook, keep: (entry: Entry) => void): void {
    this.#book = book;
    this.#entries = entries.slice(-limits.entries);
    this.#count = Number(entries.at(-1)?.cursor.split('-')[1] ?? 0);
    this.#keep = keep;
  }

  /** Adds a note and broadcasts it. A note that already exists isn't added again. */
  write({ id, text }: Note): void {
    // After a reconnect, clients resend the notes that weren't acknowledged.
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
   * Sends a reader all entries after its cursor, and then all new ones.
   *
   * @param cursor of the reader's last entry; empty if it has none
   * @returns a function that removes the reader
   */
  join(cursor: string, reader: Reader): () => void {
    // No `await` in here: entries added in the meantime would be lost or duplicated.
    // #region resume
    const last = this.#entries.findIndex((entry) => entry.cursor === cursor);
    if (cursor !== '' && last === -1) {
      reader({ type: 'reset' });
    }
    for (const entry of this.#entries.slice(last + 1)) {
      reader({ type: 'entry', entry });
    }
    reader({ type: 'alive', within: this.alivePeriod });
    // #endregion resume
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

/** The logbook of this server. */
export const logbook = new Logbook();
