import { once } from 'node:events';
import WebSocket from 'ws';

/** A frame that the server sent. `close` with 1006: the connection just ended. */
export type ServerFrame =
  | { from: 'server'; opcode: 'text' | 'binary'; payload: string }
  | { from: 'server'; opcode: 'close'; code: number; reason: string };

/** A frame that a client sent. */
export type ClientFrame =
  | { from: 'client'; opcode: 'text'; payload: string }
  | { from: 'client'; opcode: 'close'; code: number; reason: string };

/** A frame as evidence, with the name of the client at the one end. */
export type RecordedFrame = { client: string } & (ServerFrame | ClientFrame);

/**
 * The clients of one scenario. Frames are recorded in the scenario's order: one
 * from the server counts when the scenario takes it with `next()`, since the
 * order in which two sockets deliver differs from run to run.
 */
export class Wire {
  readonly #frames: RecordedFrame[] = [];
  readonly #names = new Map<string, string>();
  readonly #clients: WireClient[] = [];

  /** @param server the server's address, for example `http://127.0.0.1:3000` */
  constructor(readonly server: string) {}

  /**
   * Opens a socket.
   *
   * @throws when the server refuses it, or doesn't answer within a minute
   */
  async connect(
    client: string,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<WireClient> {
    const socket = this.#socket(path, headers);
    // Listens before the socket opens: the first frame can come with the answer.
    const opened = new WireClient(client, socket, (frame) =>
      this.#frames.push({ client, ...frame }),
    );
    await once(socket, 'open');
    this.#clients.push(opened);
    return opened;
  }

  /**
   * The status with which the server refuses an upgrade.
   *
   * @throws when it accepts the upgrade, or doesn't answer within a minute
   */
  refusal(path: string, headers: Record<string, string>): Promise<number> {
    const socket = this.#socket(path, headers);
    return new Promise((resolve, reject) => {
      socket.once('unexpected-response', (_request, { statusCode = 0 }) => {
        socket.once('error', () => {
          // Ending a socket that never opened is an error to `ws`.
        });
        socket.terminate();
        resolve(statusCode);
      });
      socket.once('open', () => {
        socket.terminate();
        reject(new Error(`The server accepted an upgrade at ${path}.`));
      });
      socket.once('error', reject);
    });
  }

  /** From now on `text` is recorded as `<name>`, since it differs between runs. */
  name(text: string, name: string): void {
    this.#names.set(text, `<${name}>`);
  }

  /** All frames so far, with named values replaced. */
  transcript(): RecordedFrame[] {
    return this.#frames.map((frame) => {
      if (!('payload' in frame)) {
        return frame;
      }
      let { payload } = frame;
      for (const [text, name] of this.#names) {
        payload = payload.replaceAll(text, name);
      }
      return { ...frame, payload };
    });
  }

  /** Frames from the server that the scenario hasn't taken, by client. */
  async untaken(): Promise<Record<string, ServerFrame[]>> {
    const rest: Record<string, ServerFrame[]> = {};
    for (const client of this.#clients) {
      rest[client.name] = await client.untaken();
    }
    return rest;
  }

  /** Ends every connection immediately. */
  end(): void {
    for (const { socket } of this.#clients) {
      socket.terminate();
    }
  }

  #socket(path: string, headers: Record<string, string>): WebSocket {
    const url = new URL(path, this.server.replace('http', 'ws'));
    return new WebSocket(url, { headers, handshakeTimeout: 60_000 });
  }
}

/** One client: sends, and hands out what it receives in order. */
export class WireClient {
  readonly #received: ServerFrame[] = [];
  #waiting: ((frame: ServerFrame) => void) | undefined;

  constructor(
    readonly name: string,
    readonly socket: WebSocket,
    readonly record: (frame: ServerFrame | ClientFrame) => void,
  ) {
    socket.on('message', (data: Buffer, isBinary) => {
      const opcode = isBinary ? 'binary' : 'text';
      this.#receive({ from: 'server', opcode, payload: data.toString() });
    });
    socket.on('close', (code, data) => {
      const reason = data.toString();
      this.#receive({ from: 'server', opcode: 'close', code, reason });
    });
    socket.on('error', () => {
      // The `close` event that follows contains all that a client gets.
    });
  }

  send(payload: string): void {
    this.record({ from: 'client', opcode: 'text', payload });
    this.socket.send(payload);
  }

  close(code: number, reason: string): void {
    this.record({ from: 'client', opcode: 'close', code, reason });
    this.socket.close(code, reason);
  }

  /**
   * The next frame from the server.
   *
   * @throws when none comes within a minute
   */
  async next(): Promise<ServerFrame> {
    const frame = this.#received.shift() ?? (await this.#wait());
    this.record(frame);
    return frame;
  }

  /** Whether an untaken frame is there, or arrives in so many milliseconds. */
  async hears(milliseconds: number): Promise<boolean> {
    if (this.#received.length === 0) {
      const signal = AbortSignal.timeout(milliseconds);
      await once(this.socket, 'message', { signal }).catch(() => undefined);
    }
    return this.#received.length > 0;
  }

  /** Received, but not taken with `next()`; waits for what is still on its way. */
  async untaken(): Promise<ServerFrame[]> {
    if (this.socket.readyState === WebSocket.OPEN) {
      // The protocol's own ping: the answer comes after all that was sent before.
      this.socket.ping();
      await once(this.socket, 'pong', { signal: AbortSignal.timeout(60_000) });
    }
    return [...this.#received];
  }

  #wait(): Promise<ServerFrame> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = undefined;
        reject(new Error(`${this.name} received nothing for a minute.`));
      }, 60_000);
      this.#waiting = (frame) => {
        clearTimeout(timer);
        this.#waiting = undefined;
        resolve(frame);
      };
    });
  }

  #receive(frame: ServerFrame): void {
    if (this.#waiting) {
      this.#waiting(frame);
    } else {
      this.#received.push(frame);
    }
  }
}
