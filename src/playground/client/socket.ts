import type {
  ClientRecord,
  CloseRecord,
  DataRecord,
  HandshakeRecord,
  HeaderList,
  ToWorker,
} from '../protocol.ts';

/** The connection of a socket to its server. */
export interface SocketNetwork {
  readonly id: number;
  readonly post: (message: ToWorker) => void;
  /** Called when the socket needs no more records. */
  readonly done: () => void;
}

/** The response to an upgrade, which pages can't read from real sockets. */
export type Handshake = Omit<HandshakeRecord, 'id' | 'type'>;

/**
 * A WebSocket to a server in the page, with the browser's interface and states,
 * the response to the upgrade, and a connection that can be dropped.
 */
export class PlaygroundSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;

  binaryType: BinaryType = 'blob';
  readonly bufferedAmount = 0;
  readonly extensions = '';
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;

  #readyState = 0;
  #protocol = '';
  #handshake: Handshake | undefined;
  readonly #origin: string;
  #closeSent = false;
  #closeFrame: CloseRecord | undefined;

  /**
   * @throws DOMException `SyntaxError` for invalid or
   * duplicate sub-protocols, as in a browser
   */
  constructor(
    readonly url: string,
    protocols: readonly string[],
    private readonly network: SocketNetwork,
  ) {
    super();
    const valid = protocols.every((one) => /^[!#$%&'*+\-.^_`|~\w]+$/.test(one));
    if (!valid || new Set(protocols).size < protocols.length) {
      throw new DOMException(
        `The subprotocols ${JSON.stringify(protocols)} are not distinct tokens.`,
        'SyntaxError',
      );
    }
    const { pathname, search, origin } = new URL(url);
    this.#origin = origin;
    network.post({
      type: 'connect',
      id: network.id,
      path: pathname + search,
      headers: upgradeHeaders(new URL(url), protocols),
    });
  }

  get readyState(): number {
    return this.#readyState;
  }

  /** The sub-protocol that the server has chosen. */
  get protocol(): string {
    return this.#protocol;
  }

  /** Undefined until the server has answered the upgrade. */
  get handshake(): Handshake | undefined {
    return this.#handshake;
  }

  /**
   * Sends a message: a string in a text frame, bytes in a binary one.
   *
   * @throws DOMException `InvalidStateError` before the socket is open
   */
  send(data: string | ArrayBuffer | ArrayBufferView<ArrayBuffer>): void {
    if (this.#readyState === 0) {
      throw new DOMException('Still in CONNECTING state.', 'InvalidStateError');
    }
    if (this.#readyState !== 1) return;
    this.#post({
      type: 'data',
      data: typeof data === 'string' ? data : bytesOf(data),
    });
  }

  /**
   * Starts the closing handshake.
   *
   * @throws DOMException for a code that a client may not send, or a reason of
   * more than 123 bytes
   */
  close(code?: number, reason = ''): void {
    if (code !== undefined && code !== 1000 && (code < 3000 || code > 4999)) {
      throw new DOMException(
        `The close code must be either 1000, or between 3000 and 4999. ${code} is neither.`,
        'InvalidAccessError',
      );
    }
    if (new TextEncoder().encode(reason).length > 123) {
      throw new DOMException(
        'The close reason must not be greater than 123 UTF-8 bytes.',
        'SyntaxError',
      );
    }
    if (this.#readyState >= 2) return;
    if (this.#readyState === 0) {
      this.drop();
      return;
    }
    this.#readyState = 2;
    this.#closeSent = true;
    this.#post({ type: 'close', code, reason });
  }

  /** Drops the connection without a close frame. */
  drop(): void {
    if (this.#readyState === 3) return;
    this.#post({ type: 'lost' });
    this.#finish();
  }

  /** Handles a record of the server. */
  take(record: ClientRecord): void {
    if (this.#readyState === 3) return;
    if (record.type === 'handshake') this.#open(record);
    else if (record.type === 'data') this.#receive(record);
    else if (record.type === 'close') this.#closing(record);
    else if (record.type === 'end') this.#finish();
  }

  #open({ status, statusText, headers, body }: HandshakeRecord): void {
    this.#handshake = { status, statusText, headers, body };
    if (status !== 101) return;
    this.#readyState = 1;
    this.#protocol = valueOf(headers, 'sec-websocket-protocol') ?? '';
    this.#emit(new Event('open'), this.onopen);
  }

  #receive({ data }: DataRecord): void {
    if (this.#readyState !== 1 && this.#readyState !== 2) return;
    const message = new MessageEvent('message', {
      data:
        typeof data === 'string'
          ? data
          : this.binaryType === 'blob'
            ? new Blob([data])
            : data.slice().buffer,
      origin: this.#origin,
    });
    this.#emit(message, this.onmessage);
  }

  // A browser responds with the same code, then waits for the server to close the connection.
  #closing(frame: CloseRecord): void {
    this.#closeFrame = frame;
    this.#readyState = 2;
    if (this.#closeSent) return;
    this.#closeSent = true;
    this.#post({ type: 'close', code: frame.code, reason: frame.reason });
  }

  #finish(): void {
    const opened = this.#readyState !== 0;
    this.#readyState = 3;
    this.network.done();
    const frame = this.#closeFrame;
    if (!opened) this.#emit(new Event('error'), this.onerror);
    const close = new CloseEvent('close', {
      code: frame ? (frame.code ?? 1005) : 1006,
      reason: frame?.reason ?? '',
      wasClean: frame !== undefined,
    });
    this.#emit(close, this.onclose);
  }

  #post(message: Unnamed<ToWorker>): void {
    this.network.post({ ...message, id: this.network.id });
  }

  #emit<T extends Event>(event: T, handler: ((event: T) => void) | null): void {
    this.dispatchEvent(event);
    handler?.call(this, event);
  }
}

type Unnamed<T> = T extends { id: number } ? Omit<T, 'id'> : never;

function upgradeHeaders(url: URL, protocols: readonly string[]): HeaderList {
  const key = btoa(
    String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))),
  );
  return [
    ['host', url.host],
    ['connection', 'Upgrade'],
    ['upgrade', 'websocket'],
    ['origin', url.origin.replace(/^ws/, 'http')],
    ['user-agent', navigator.userAgent],
    ['sec-websocket-version', '13'],
    ['sec-websocket-key', key],
    ...(protocols.length > 0
      ? [['sec-websocket-protocol', protocols.join(', ')] as const]
      : []),
  ];
}

function bytesOf(
  data: ArrayBuffer | ArrayBufferView<ArrayBuffer>,
): ArrayBuffer {
  if (data instanceof ArrayBuffer) return data.slice();
  return data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength);
}

function valueOf(headers: HeaderList, name: string): string | undefined {
  return headers.find(([one]) => one === name)?.[1];
}
