/** A frame from the server; the last one is always a close. */
export type ServerFrame =
  | { readonly text: string }
  /** Hexadecimal digits. */
  | { readonly binary: string }
  /** 1005: a close frame without a code. 1006: no close frame. */
  | { readonly close: number; readonly reason: string };

/** The response to an upgrade. */
export interface Handshake {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** The sub-protocol that the server has chosen, or `''`. */
  readonly protocol: string;
}

/** A WebSocket in a scenario. */
export interface ClientSocket {
  /** Resolves with the response to the upgrade. */
  readonly handshake: Promise<Handshake>;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
  /** Drops the connection without a close frame. */
  drop(): void;
}

/** A response; header names are in lower case. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** An event of an EventSource. */
export interface ReceivedEvent {
  readonly type: string;
  readonly lastEventId: string;
  readonly data: string;
}

/** Connects to a server, over a network or within a page. */
export interface ScenarioClient {
  /** Origin of the server: `http://127.0.0.1:3000`. */
  readonly origin: string;
  connect(
    path: string,
    protocols: readonly string[],
    onFrame: (frame: ServerFrame) => void,
  ): ClientSocket;
  /** Doesn't follow redirects. */
  fetch(
    path: string,
    init: {
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly signal?: AbortSignal;
    },
  ): Promise<Answer>;
  /** Reconnects like an EventSource until `close`. */
  eventSource(
    path: string,
    onEvent: (event: ReceivedEvent) => void,
  ): { close(): void };
}
