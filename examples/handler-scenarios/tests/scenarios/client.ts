/** What a server sends over an open WebSocket; the last is always a close. */
export type ServerFrame =
  | { readonly text: string }
  /** In hexadecimal digits. */
  | { readonly binary: string }
  /** 1005: a close frame without a code. 1006: no close frame at all. */
  | { readonly close: number; readonly reason: string };

/** The answer to an upgrade. */
export interface Handshake {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** The sub-protocol that the server has chosen, or `''`. */
  readonly protocol: string;
}

/** A WebSocket as a scenario uses it. */
export interface ClientSocket {
  /** Resolves when the server has answered the upgrade, refused or not. */
  readonly handshake: Promise<Handshake>;
  send(data: string | Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
  /** Cuts the connection without a close frame. */
  drop(): void;
}

/** A response, headers by name in lower case. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** An event as an EventSource hands it out. */
export interface ReceivedEvent {
  readonly type: string;
  readonly lastEventId: string;
  readonly data: string;
}

/** What reaches one server, over a network or inside a page. */
export interface ScenarioClient {
  /** The address that the server sees: `http://127.0.0.1:3000`. */
  readonly origin: string;
  connect(
    path: string,
    protocols: readonly string[],
    onFrame: (frame: ServerFrame) => void,
  ): ClientSocket;
  /** Follows no redirect. */
  fetch(
    path: string,
    init: {
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly signal?: AbortSignal;
    },
  ): Promise<Answer>;
  /** Reconnects as an EventSource does; `close` ends it. */
  eventSource(
    path: string,
    onEvent: (event: ReceivedEvent) => void,
  ): { close(): void };
}
