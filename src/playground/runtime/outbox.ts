import {
  batchSize,
  type ClientRecord,
  type ConsoleLevel,
  type FromWorker,
  type ServerRecord,
} from '../protocol.ts';

/** How many lines of console output wait at most. */
export const maxLines = 1_000;
const maxBytes = 256 * 1024 * 1024;
const recordBytes = 100;

/**
 * What waits for the page. One batch is under way at a time, so that a server
 * that sends faster than the page reads fills its own memory and not the
 * page's.
 */
export class Outbox {
  #records: ServerRecord[] = [];
  #taken = 0;
  #bytes = 0;
  #lines = 0;
  #dropped = 0;
  #underWay = false;
  #scheduled = false;

  /**
   * @param post sends one message to the page
   * @param stop is called when more waits than memory has room for
   */
  constructor(
    private readonly post: (message: FromWorker) => void,
    private readonly stop: (message: string) => void,
  ) {}

  /** Queues what happened; it goes out in this order. */
  add(record: ClientRecord): void {
    this.#push(record);
  }

  /**
   * Queues a line of console output, or counts it when too many wait.
   *
   * @param text is only asked for a line that is kept
   */
  addLine(level: ConsoleLevel, text: () => string): void {
    if (this.#lines >= maxLines) {
      this.#dropped += 1;
      return;
    }
    this.#lines += 1;
    const dropped = this.#dropped;
    this.#dropped = 0;
    this.#push({ type: 'console', level, text: text(), dropped });
  }

  /** The page has dealt with the last batch. */
  acknowledged(): void {
    this.#underWay = false;
    this.#flush();
  }

  #push(record: ServerRecord): void {
    this.#records.push(record);
    this.#bytes += sizeOf(record);
    if (this.#bytes > maxBytes) {
      this.stop(
        `more than ${maxBytes / 1024 / 1024} MB wait to be sent to the clients`,
      );
    }
    if (!this.#scheduled && !this.#underWay) {
      this.#scheduled = true;
      queueMicrotask(() => {
        this.#scheduled = false;
        this.#flush();
      });
    }
  }

  #flush(): void {
    if (this.#underWay || this.#taken >= this.#records.length) return;
    const records = this.#records.slice(this.#taken, this.#taken + batchSize);
    this.#taken += records.length;
    if (this.#taken === this.#records.length) {
      this.#records = [];
      this.#taken = 0;
    }
    for (const record of records) {
      this.#bytes -= sizeOf(record);
      if (record.type === 'console') this.#lines -= 1;
    }
    this.#underWay = true;
    this.post({ type: 'batch', records });
  }
}

function sizeOf(record: ServerRecord): number {
  if ('data' in record) {
    const { data } = record;
    return (
      recordBytes + (typeof data === 'string' ? data.length : data.byteLength)
    );
  }
  return recordBytes + (record.type === 'console' ? record.text.length : 0);
}
