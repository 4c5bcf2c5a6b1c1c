import {
  batchSize,
  type ClientRecord,
  type ConsoleLevel,
  type ServerRecord,
  type UnsupportedName,
} from '../protocol.ts';

/** Limit of queued console lines. */
const maxLines = 1_000;
const maxBytes = 256 * 1024 * 1024;
const recordBytes = 100;
/** Limit of a batch in bytes: the page processes it in a few milliseconds. */
const batchBytes = 1_000_000;

/**
 * Queues records for the page. One batch is in flight at a time, so that a server
 * that sends faster than the page reads fills its own memory instead of the
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
   * @param post sends a batch to the page
   * @param stop called when the queue exceeds its memory limit
   */
  constructor(
    private readonly post: (batch: readonly ServerRecord[]) => void,
    private readonly stop: () => void,
  ) {}

  /** Queues a record. */
  add(record: ClientRecord): void {
    this.#push(record);
  }

  /**
   * Queues a line of console output, or counts it if the queue is full.
   *
   * @param text called only for a queued line
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

  /** Queues the use of an unavailable feature; repeated uses count once. */
  addUnsupported(name: UnsupportedName): void {
    const last = this.#records.at(-1);
    if (last?.type === 'unsupported' && last.name === name) return;
    this.#push({ type: 'unsupported', name });
  }

  /** Sends the next batch after the page's acknowledgement. */
  acknowledged(): void {
    this.#underWay = false;
    this.#flush();
  }

  #push(record: ServerRecord): void {
    this.#records.push(record);
    this.#bytes += sizeOf(record);
    if (this.#bytes > maxBytes) this.stop();
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
    const records: ServerRecord[] = [];
    let bytes = 0;
    const end = this.#taken + batchSize;
    for (const record of this.#records.slice(this.#taken, end)) {
      if (bytes > batchBytes) break;
      records.push(record);
      bytes += sizeOf(record);
      if (record.type === 'console') this.#lines -= 1;
    }
    this.#bytes -= bytes;
    this.#taken += records.length;
    if (this.#taken === this.#records.length) {
      this.#records = [];
      this.#taken = 0;
    }
    this.#underWay = true;
    this.post(records);
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
