import type { ClientRecord, HeaderList } from '../protocol.ts';
import { EventEmitter } from './event-emitter.ts';

/** Takes what comes in over a connection once it is a WebSocket. */
export interface Receiver {
  /** A whole message; text comes as its bytes. */
  data(bytes: Buffer, isBinary: boolean): void;
  /** A close frame. */
  closeFrame(code: number | undefined, reason: string): void;
  /** The connection is gone. */
  ended(): void;
}

/**
 * The server's end of a client's connection, in place of a TCP socket. Until
 * the upgrade it takes the text of an HTTP answer; from then on, frames.
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

  constructor(
    readonly id: number,
    private readonly report: (record: ClientRecord) => void,
  ) {
    super();
  }

  /** Takes a part of the HTTP answer. A 101 is complete with its headers. */
  write(part: string | Uint8Array): boolean {
    this.#answer +=
      typeof part === 'string'
        ? part
        : this.#decoder.decode(part, { stream: true });
    if (/^HTTP\/1\.1 101 [^]*\r\n\r\n$/.test(this.#answer)) this.#tell();
    return true;
  }

  /** Ends the connection after what has been written. */
  end(done?: () => void): void {
    if (!this.#answered && this.#answer !== '') this.#tell();
    this.#finish(done);
  }

  /** Ends the connection at once. */
  destroy(): this {
    this.#finish();
    return this;
  }

  /** The network took the connection away. */
  lose(): void {
    this.#finish();
  }

  /** Sends a message: a text frame for a string, otherwise a binary one. */
  sendData(data: string | Uint8Array<ArrayBuffer>): void {
    if (!this.destroyed) this.report({ type: 'data', id: this.id, data });
  }

  /** Sends a close frame. */
  sendClose(code: number | undefined, reason: string): void {
    if (this.destroyed) return;
    this.report({ type: 'close', id: this.id, code, reason });
  }

  #finish(done?: () => void): void {
    const first = !this.destroyed;
    this.destroyed = true;
    this.readable = this.writable = false;
    if (first) this.report({ type: 'end', id: this.id });
    // The end is noticed later, as the one of a real socket.
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
    this.report({
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
