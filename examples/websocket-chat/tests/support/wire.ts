import { once } from 'node:events';
import WebSocket from 'ws';

/** One frame as it crossed the wire. */
export interface Frame {
  /** The client's name in the scenario. */
  client: string;
  from: 'client' | 'server';
  opcode: 'text' | 'binary' | 'close';
  /** A text frame's text, a binary frame's bytes as `<n bytes>`. */
  payload?: string;
  /** A close frame's status code; 1006 when the connection just ended. */
  code?: number;
  reason?: string;
}

/** Several clients of one server whose frames are kept in one order. */
export class Wire {
  readonly frames: Frame[] = [];
  readonly #names = new Map<string, string>();

  constructor(readonly server: string) {}

  /** Opens a socket; rejects when the upgrade fails or takes over 5 seconds. */
  async connect(client: string, path: string): Promise<WireClient> {
    const url = new URL(path, this.server.replace('http', 'ws'));
    const socket = new WebSocket(url, { handshakeTimeout: 5_000 });
    // Listens before the socket opens: the first frame can come with the answer.
    const opened = new WireClient(client, socket, (frame) =>
      this.frames.push({ client, ...frame }),
    );
    await once(socket, 'open');
    return opened;
  }

  /** From now on `id` is recorded as `<name>`: ids differ from run to run. */
  name(id: string, name: string): void {
    this.#names.set(id, `<${name}>`);
  }

  /** The frames so far, with every named id replaced. */
  transcript(): Frame[] {
    return this.frames.map((frame) => {
      let payload = frame.payload;
      for (const [id, name] of this.#names) {
        payload = payload?.replaceAll(id, name);
      }
      return payload === undefined ? frame : { ...frame, payload };
    });
  }
}

/** One client: sends, and hands out what it receives in order. */
export class WireClient {
  readonly #received: Omit<Frame, 'client'>[] = [];
  readonly #waiting: ((frame: Omit<Frame, 'client'>) => void)[] = [];

  constructor(
    readonly name: string,
    readonly socket: WebSocket,
    readonly record: (frame: Omit<Frame, 'client'>) => void,
  ) {
    socket.on('message', (data: Buffer, isBinary) => {
      this.#receive(
        isBinary
          ? {
              from: 'server',
              opcode: 'binary',
              payload: `<${data.length} bytes>`,
            }
          : { from: 'server', opcode: 'text', payload: data.toString() },
      );
    });
    socket.on('close', (code, reason) => {
      this.#receive({
        from: 'server',
        opcode: 'close',
        code,
        reason: `${reason}`,
      });
    });
    socket.on('error', () => {
      // The `close` event that follows says what a client learns of it.
    });
  }

  send(payload: string): void {
    this.record({ from: 'client', opcode: 'text', payload });
    this.socket.send(payload);
  }

  /**
   * The next frame from the server.
   *
   * @throws when none comes within 5 seconds
   */
  next(): Promise<Omit<Frame, 'client'>> {
    const frame = this.#received.shift();
    if (frame) {
      return Promise.resolve(frame);
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${this.name} received nothing for 5 s.`)),
        5_000,
      );
      this.#waiting.push((next) => {
        clearTimeout(timer);
        resolve(next);
      });
    });
  }

  #receive(frame: Omit<Frame, 'client'>): void {
    this.record(frame);
    const waiting = this.#waiting.shift();
    if (waiting) {
      waiting(frame);
    } else {
      this.#received.push(frame);
    }
  }
}
