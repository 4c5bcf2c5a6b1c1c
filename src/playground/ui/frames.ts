import { Log } from './log.ts';
import { keptText } from './payload-text.ts';
import type { ClientSocket, Target } from './target.ts';

/** A frame, or a change of a connection. */
export type FrameLine =
  | {
      readonly client: string;
      readonly from: 'client' | 'server';
      readonly opcode: 'text' | 'binary';
      readonly payload: string;
      /** Bytes of the payload. */
      readonly size: number;
    }
  | {
      readonly client: string;
      readonly from: 'client' | 'server';
      readonly opcode: 'close';
      /** Undefined for an empty frame. */
      readonly code: number | undefined;
      readonly reason: string;
      readonly size: number;
    }
  | {
      readonly client: string;
      readonly event: 'opened' | 'lost';
    }
  | {
      readonly client: string;
      readonly event: 'refused';
      readonly status: number;
    };

/** The state of a client. */
export type ClientState = 'idle' | 'connecting' | 'connected' | 'closing';

/** A client. */
export interface Client {
  readonly name: string;
  readonly state: ClientState;
  /** The path of its current or last connection. */
  readonly path: string | undefined;
}

const names = ['Ada', 'Bob', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gina', 'Hugo'];
/** Number of client names. */
export const mostClients = names.length;

/** The clients of one server, and their frames. */
export class Clients {
  readonly log = new Log<FrameLine>();
  #clients: readonly Client[] = [];
  readonly #sockets = new Map<string, ClientSocket>();
  readonly #listeners = new Set<() => void>();

  /**
   * @param server returns the current server
   */
  constructor(private readonly server: () => Target | undefined) {
    this.add();
    this.add();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** All clients; the same array until one changes. */
  readonly getSnapshot = (): readonly Client[] => this.#clients;

  /** Adds a client with the first free name. */
  add(): void {
    const name = names.find(
      (one) => !this.#clients.some((client) => client.name === one),
    );
    if (name === undefined) return;
    this.#show([...this.#clients, { name, state: 'idle', path: undefined }]);
  }

  /** Removes a client and drops its connection. */
  remove(name: string): void {
    this.#sockets.get(name)?.drop();
    this.#show(this.#clients.filter((client) => client.name !== name));
  }

  /** Connects a client. */
  connect(name: string, path: string): void {
    const server = this.server();
    if (!server || this.#sockets.has(name)) return;
    const socket = server.connect(path);
    if (!socket) return;
    socket.binaryType = 'arraybuffer';
    this.#sockets.set(name, socket);
    this.#change(name, { state: 'connecting', path });
    socket.onopen = () => {
      this.#change(name, { state: 'connected' });
      this.log.add({ client: name, event: 'opened' });
    };
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.log.add({ client: name, from: 'server', ...payloadOf(data) });
    };
    socket.onclose = (event) => {
      this.#closed(name, socket, event);
    };
  }

  /** Sends a text or binary frame. */
  send(name: string, text: string, asBinary: boolean): void {
    const socket = this.#sockets.get(name);
    if (socket?.readyState !== 1) return;
    const bytes = new TextEncoder().encode(text);
    socket.send(asBinary ? bytes : text);
    this.log.add({
      client: name,
      from: 'client',
      ...payloadOf(asBinary ? bytes.buffer : text),
    });
  }

  /**
   * Starts the closing handshake.
   *
   * @throws DOMException for an invalid code or reason
   */
  close(name: string, code: number, reason: string): void {
    const socket = this.#sockets.get(name);
    if (!socket || socket.readyState > 1) return;
    const wasOpen = socket.readyState === 1;
    socket.close(code, reason);
    if (!wasOpen) return;
    this.#change(name, { state: 'closing' });
    this.#closeFrame(name, 'client', code, reason);
  }

  /** Drops the connection of a client. */
  drop(name: string): void {
    this.#sockets.get(name)?.drop();
  }

  #closed(
    name: string,
    socket: ClientSocket,
    { wasClean, code, reason }: CloseEvent,
  ): void {
    this.#sockets.delete(name);
    const began = this.#clients.find((client) => client.name === name)?.state;
    this.#change(name, { state: 'idle' });
    const status = socket.handshake?.status;
    if (status !== undefined && status !== 101) {
      this.log.add({ client: name, event: 'refused', status });
    } else if (wasClean) {
      const sent = code === 1005 ? undefined : code;
      this.#closeFrame(name, 'server', sent, reason);
      // The peer responds with the same code.
      if (began !== 'closing') this.#closeFrame(name, 'client', sent, reason);
    } else this.log.add({ client: name, event: 'lost' });
  }

  #closeFrame(
    client: string,
    from: 'client' | 'server',
    code: number | undefined,
    reason: string,
  ): void {
    const size =
      code === undefined ? 0 : 2 + new TextEncoder().encode(reason).length;
    this.log.add({ client, from, opcode: 'close', code, reason, size });
  }

  #change(name: string, change: Partial<Client>): void {
    this.#show(
      this.#clients.map((client) =>
        client.name === name ? { ...client, ...change } : client,
      ),
    );
  }

  #show(clients: readonly Client[]): void {
    this.#clients = clients;
    for (const listener of this.#listeners) listener();
  }
}

function payloadOf(data: unknown): {
  opcode: 'text' | 'binary';
  payload: string;
  size: number;
} {
  if (!(data instanceof ArrayBuffer)) {
    const { text: payload, size } = keptText(String(data));
    return { opcode: 'text', payload, size };
  }
  const payload = Array.from(new Uint8Array(data.slice(0, 256)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join(' ');
  return {
    opcode: 'binary',
    payload: data.byteLength > 256 ? `${payload} …` : payload,
    size: data.byteLength,
  };
}
