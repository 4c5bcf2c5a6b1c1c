import type { IncomingMessage } from 'node:http';
import type { Connection, Receiver } from './connection.ts';
import { EventEmitter } from './event-emitter.ts';

// The subset of the `ws` package that crossws's Node adapter uses, over connections that
// carry frames instead of bytes. States and errors are those of `ws` 8.

const connecting = 0;
const open = 1;
const closing = 2;
const closed = 3;
const closeTimeout = 30_000;

interface Options {
  readonly maxPayload?: number;
  readonly handleProtocols?: (
    protocols: Set<string>,
    request: IncomingMessage,
  ) => string | false;
}

interface SendOptions {
  readonly binary?: boolean | undefined;
}

/** `WebSocketServer` of `ws`, with `noServer`. */
export class WebSocketServer extends EventEmitter {
  readonly clients = new Set<ServerWebSocket>();

  constructor(readonly options: Options = {}) {
    super();
  }

  /** Responds to an upgrade with 101 and passes the socket to the callback. */
  handleUpgrade(
    request: IncomingMessage,
    connection: Connection,
    _head: unknown,
    done: (socket: ServerWebSocket, request: IncomingMessage) => void,
  ): void {
    if (!connection.readable || !connection.writable) {
      connection.destroy();
      return;
    }
    const headers = [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
    ];
    const offered = request.headers['sec-websocket-protocol'];
    const protocol =
      offered === undefined ? '' : this.#choose(offered, request);
    if (protocol) headers.push(`Sec-WebSocket-Protocol: ${protocol}`);
    this.emit('headers', headers, request);
    connection.write([...headers, '', ''].join('\r\n'));

    const socket = new ServerWebSocket(connection, protocol, this.options);
    this.clients.add(socket);
    socket.on('close', () => this.clients.delete(socket));
    done(socket, request);
  }

  #choose(offered: string, request: IncomingMessage): string {
    const protocols = new Set(offered.split(',').map((one) => one.trim()));
    const { handleProtocols } = this.options;
    const [first = ''] = protocols;
    return handleProtocols ? handleProtocols(protocols, request) || '' : first;
  }
}

/** The server's end of a WebSocket, as `ws` has it. */
class ServerWebSocket extends EventEmitter implements Receiver {
  binaryType = 'nodebuffer';
  readonly extensions = '';
  readonly bufferedAmount = 0;
  readonly isPaused = false;
  readyState = open;
  #closeCode = 1006;
  #closeReason = Buffer.alloc(0);
  #received = false;
  #sent = false;
  #deaf = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Reads of blobs; messages sent after them wait. */
  #reading: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    readonly protocol: string,
    private readonly options: Options,
  ) {
    super();
    connection.receiver = this;
  }

  get CONNECTING() {
    return connecting;
  }
  get OPEN() {
    return open;
  }
  get CLOSING() {
    return closing;
  }
  get CLOSED() {
    return closed;
  }

  /** Sends a message; does nothing once the socket is closing. */
  send(
    data: unknown,
    options?: SendOptions | (() => void),
    done?: () => void,
  ): void {
    const callback = typeof options === 'function' ? options : done;
    const { binary = typeof data !== 'string' && typeof data !== 'number' } =
      typeof options === 'object' ? options : {};
    if (this.readyState !== open) {
      if (data && !(data instanceof Blob)) toBuffer(data);
      if (callback) setImmediate(callback);
      return;
    }
    if (data instanceof Blob) {
      this.#after(async () => {
        this.#deliver(Buffer.from(await data.arrayBuffer()), binary);
      });
    } else {
      const bytes = typeof data === 'string' ? data : toBuffer(data ?? '');
      if (this.#reading) {
        this.#after(() => {
          this.#deliver(bytes, binary);
        });
      } else this.#deliver(bytes, binary);
    }
    if (callback) setImmediate(callback);
  }

  /** Starts the closing handshake. */
  close(code?: number, data?: string | Uint8Array): void {
    if (this.readyState === closed) return;
    if (this.readyState === closing) {
      if (this.#sent && (this.#received || this.#deaf)) this.connection.end();
      return;
    }
    this.readyState = closing;
    if (code !== undefined && !isValidStatusCode(code)) {
      throw new TypeError('First argument must be a valid error code number');
    }
    const reason = code === undefined ? Buffer.alloc(0) : toBuffer(data ?? '');
    if (reason.length > 123) {
      throw new RangeError('The message must not be greater than 123 bytes');
    }
    this.connection.sendClose(code, reason.toString());
    this.#sent = true;
    if (this.#received || this.#deaf) this.connection.end();
    this.#timer = setTimeout(() => this.connection.destroy(), closeTimeout);
  }

  /** Ends the connection without a closing handshake. */
  terminate(): void {
    if (this.readyState === closed) return;
    this.readyState = closing;
    this.connection.destroy();
  }

  /** Simulates the pong of a browser. */
  ping(data: unknown = ''): void {
    if (this.readyState !== open) return;
    const payload = toBuffer(data);
    setImmediate(() => {
      if (this.readyState === open) this.emit('pong', payload);
    });
  }

  /** Does nothing: a browser ignores it. */
  pong(): void {
    // No response.
  }

  data(bytes: Buffer, isBinary: boolean): void {
    if (this.#deaf) return;
    const { maxPayload = 100 * 1024 * 1024 } = this.options;
    if (maxPayload > 0 && bytes.length > maxPayload) {
      this.#deaf = true;
      this.close(1009);
      this.emit('error', new RangeError('Max payload size exceeded'));
      return;
    }
    this.emit('message', bytes, isBinary);
  }

  closeFrame(code: number | undefined, reason: string): void {
    if (this.#deaf) return;
    this.#received = true;
    this.#closeCode = code ?? 1005;
    this.#closeReason = Buffer.from(reason);
    if (code === undefined) this.close();
    else this.close(code, reason);
  }

  ended(): void {
    clearTimeout(this.#timer);
    this.readyState = closed;
    this.emit('close', this.#closeCode, this.#closeReason);
  }

  #deliver(data: string | Buffer, binary: boolean): void {
    if (!binary) this.connection.sendData(data.toString());
    // A copy: the handler may write to its own bytes afterwards.
    else this.connection.sendData(new Uint8Array(toBuffer(data)));
  }

  #after(step: () => Promise<void> | void): void {
    const all = (this.#reading ?? Promise.resolve()).then(step);
    this.#reading = all;
    void all.then(() => {
      if (this.#reading === all) this.#reading = undefined;
    });
  }
}

function toBuffer(data: unknown): Buffer {
  if (Buffer.isBuffer(data)) return data;
  if (ArrayBuffer.isView(data)) {
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  }
  // Throws a TypeError for unsupported types, as in Node.
  return Buffer.from(data as string);
}

function isValidStatusCode(code: unknown): boolean {
  return (
    typeof code === 'number' &&
    ((code >= 1000 &&
      code <= 1014 &&
      code !== 1004 &&
      code !== 1005 &&
      code !== 1006) ||
      (code >= 3000 && code <= 4999))
  );
}
