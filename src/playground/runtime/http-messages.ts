import {
  IncomingMessage,
  ServerResponse as MockResponse,
} from 'node-mock-http';
import type { HeaderList, ClientRecord } from '../protocol.ts';

declare global {
  /** Node's reason phrases, from the Node that built the runtime. */
  const STATUS_CODES: Readonly<Record<number, string>>;
}

/** Method, path and headers of a request. */
export interface RequestLine {
  readonly method: string;
  readonly path: string;
  readonly headers: HeaderList;
}

/** A request whose body arrives once there is a listener, as from a socket. */
export class ServerRequest extends IncomingMessage {
  #body: ArrayBuffer | undefined;

  constructor(
    { method, path, headers }: RequestLine,
    body: ArrayBuffer | undefined,
  ) {
    super();
    this.method = method;
    this.url = path;
    for (const [name, value] of headers) {
      const before = this.headers[name];
      this.headers[name] =
        before === undefined ? value : `${String(before)}, ${value}`;
    }
    Object.defineProperty(this.socket, 'remoteAddress', { value: '127.0.0.1' });
    this.#body = body;
  }

  override on(...listener: Parameters<IncomingMessage['on']>): this {
    super.on(...listener);
    // A reader adds both listeners before the next task.
    if (listener[0] === 'data') setImmediate(() => this.#deliver());
    return this;
  }

  override async *[Symbol.asyncIterator](): NodeJS.AsyncIterator<Buffer> {
    const body = this.#body;
    this.#body = undefined;
    if (body && body.byteLength > 0)
      yield await Promise.resolve(Buffer.from(body));
  }

  #deliver(): void {
    if (this.readableEnded && this.#body === undefined) return;
    const body = this.#body;
    this.#body = undefined;
    if (body && body.byteLength > 0) this.emit('data', Buffer.from(body));
    this.emit('end');
  }
}

type RequestDraft = string | Uint8Array;
type Callback = () => void;

/** A response that is sent while it is written. */
export class ServerResponse extends MockResponse {
  #lost = false;
  /** Private, because handlers can access responses. */
  readonly #send: (record: ClientRecord) => void;

  constructor(
    readonly request: ServerRequest,
    private readonly id: number,
    report: (record: ClientRecord) => void,
  ) {
    super(request);
    this.#send = report;
    // h3 sends a stream only over a response that has a socket.
    Object.assign(this, { socket: request.socket });
  }

  override write(
    chunk: RequestDraft,
    encoding?: unknown,
    callback?: unknown,
  ): boolean {
    this.#sendHead();
    if (this.#hasBody() && chunk.length > 0) {
      // A copy, because the memory is transferred to the page.
      const data = new Uint8Array(Buffer.from(chunk));
      this.#report({ type: 'chunk', id: this.id, data });
    }
    const done = [encoding, callback].find(isCallback);
    if (done) setImmediate(done);
    return true;
  }

  override end(first?: unknown, second?: unknown, third?: unknown): this {
    const done = [first, second, third].find(isCallback);
    if (!this.writableEnded) {
      const chunk = isWritten(first) ? first : undefined;
      this.#setLength(chunk);
      this.writableEnded = true;
      if (chunk === undefined) this.#sendHead();
      else this.write(chunk);
      this.writableFinished = true;
      this.#report({ type: 'finish', id: this.id });
      setImmediate(() => {
        if (this.closed) return;
        this.emit('finish');
        this.#close();
      });
    }
    if (done) setImmediate(done);
    return this;
  }

  override flushHeaders(): void {
    this.#sendHead();
  }

  /** Simulates a lost client: nothing more is sent, and both messages close. */
  lose(): void {
    if (this.closed) return;
    this.#lost = true;
    this.destroyed = true;
    this.#close();
  }

  #close(): void {
    // A plain field that is typed as read-only.
    Object.assign(this, { closed: true });
    this.request.closed = true;
    this.request.emit('close');
    this.emit('close');
  }

  #sendHead(): void {
    if (this.#head) return;
    this.#head = true;
    this.headersSent = true;
    this.#report({
      type: 'head',
      id: this.id,
      status: this.statusCode,
      statusText:
        this.statusMessage || STATUS_CODES[this.statusCode] || 'unknown',
      headers: Object.entries(this.getHeaders()).flatMap(pairsOf),
    });
  }
  #head = false;

  // Node adds the length if the whole body is known with the headers.
  #setLength(chunk: RequestDraft | undefined): void {
    if (this.headersSent || !this.#hasBody()) return;
    if (this.hasHeader('content-length')) return;
    const length = chunk === undefined ? 0 : Buffer.byteLength(chunk);
    this.setHeader('content-length', `${length}`);
  }

  #hasBody(): boolean {
    return (
      this.request.method !== 'HEAD' && ![204, 304].includes(this.statusCode)
    );
  }

  #report(record: ClientRecord): void {
    if (!this.#lost) this.#send(record);
  }
}

function pairsOf([name, value]: [
  string,
  number | string | string[] | undefined,
]): [string, string][] {
  const values = Array.isArray(value) ? value : [value];
  return values
    .filter((one) => one !== undefined)
    .map((one) => [name, String(one)]);
}

function isCallback(value: unknown): value is Callback {
  return typeof value === 'function';
}

function isWritten(value: unknown): value is RequestDraft {
  return typeof value === 'string' || value instanceof Uint8Array;
}
