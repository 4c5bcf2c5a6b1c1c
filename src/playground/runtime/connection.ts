import type { ClientRecord, HeaderList } from '../protocol.ts';
import { EventEmitter } from './event-emitter.ts';

/** Receives the messages of a connection after its upgrade. */
export interface Receiver {
  /** A complete message, as bytes. */
  data(bytes: Buffer, isBinary: boolean): void;
  /** A close frame. */
  closeFrame(code: number | undefined, reason: string): void;
  /** The connection is closed. */
  ended(): void;
}

/**
 * The server's end of a connection, instead of a TCP socket. Until
 * the upgrade it accepts the text of an HTTP response, afterwards frames.
 */
export class Connection extends EventEmitter {
  readable = true;
  writable = true;
  destroyed = false;
  readonly remoteAddress = '127.0.0.1';
  receiver: Receiver | undefined;
  #answer = '';
  #answered = false;
  readonly #decoder = new TextDecoder();

  /** Private, because handlers can access connections. */
  readonly #report: (record: ClientRecord) => void;

  constructor(
    readonly id: number,
    report: (record: ClientRecord) => void,
  ) {
    super();
    this.#report = report;
  }

  /** Writes a part of the HTTP response. A 101 has no body. */
  write(part: string | Uint8Array): boolean {
    this.#answer +=
      typeof part === 'string'
        ? part
        : this.#decoder.decode(part, { stream: true });
    if (/^HTTP\/1\.1 101 [^]*\r\n\r\n$/.test(this.#answer)) this.#tell();
    return true;
  }

  /** Closes the connection after the written data. */
  end(done?: () => void): void {
    if (!this.#answered && this.#answer !== '') this.#tell();
    this.#finish(done);
  }

  /** Closes the connection immediately. */
  destroy(): this {
    this.#finish();
    return this;
  }

  /** Simulates a lost network. */
  lose(): void {
    this.#finish();
  }

  /** Sends a message: a text frame for a string, otherwise a binary one. */
  sendData(data: string | Uint8Array<ArrayBuffer>): void {
    if (!this.destroyed) this.#report({ type: 'data', id: this.id, data });
  }

  /** Sends a close frame. */
  sendClose(code: number | undefined, reason: string): void {
    if (this.destroyed) return;
    this.#report({ type: 'close', id: this.id, code, reason });
  }

  #finish(done?: () => void): void {
    const first = !this.destroyed;
    this.destroyed = true;
    this.readable = this.writable = false;
    if (first) this.#report({ type: 'end', id: this.id });
    // The close event is asynchronous, as for a real socket.
    setTimeout(() => {
      done?.();
      if (!first) return;
      this.emit('close');
      this.receiver?.ended();
    });
  }

  #tell(): void {
    this.#answered = true;
    const end = this.#answer.indexOf('\r\n\r\n');
    const [line = '', ...headers] = this.#answer.slice(0, end).split('\r\n');
    const [, status = '500', statusText = ''] =
      /^HTTP\/1\.1 (\d+) ?(.*)$/.exec(line) ?? [];
    this.#report({
      type: 'handshake',
      id: this.id,
      status: Number(status),
      statusText,
      headers: headers.map(pairOf),
      body: this.#answer.slice(end + 4),
    });
    this.#answer = '';
  }
}

function pairOf(line: string): HeaderList[number] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
}
