/** A frame of a recorded scenario, with names in place of ids: `<peer-1>`. */
export type RecordedFrame = {
  readonly client: string;
  readonly from: 'client' | 'server';
} & (
  | { readonly opcode: 'text' | 'binary'; readonly payload: string }
  | {
      readonly opcode: 'close';
      readonly code: number;
      readonly reason: string;
    }
);

/** An event of a recorded stream: only the fields that were sent. */
export interface RecordedEvent {
  readonly id?: string;
  readonly event?: string;
  readonly retry?: number;
  readonly data?: string;
}

/** One connection to an event stream, until its client left. */
export interface RecordedConnection {
  readonly request: { readonly headers: Readonly<Record<string, string>> };
  readonly response: RecordedHead;
  readonly events: readonly RecordedEvent[];
}

/** What was recorded of an answer before its body. */
export interface RecordedHead {
  readonly status: number;
  readonly statusText?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request and its answer. */
export interface RecordedExchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly response: RecordedHead & { readonly body?: string };
}

/** A scenario as the tests of an example recorded it, under the name of its evidence. */
export type Recording = { readonly name: string } & (
  | {
      readonly kind: 'websocket';
      readonly url: string;
      /** URLs of clients that connect to another one, by their names. */
      readonly clients: Readonly<Record<string, string>>;
      readonly frames: readonly RecordedFrame[];
    }
  | {
      readonly kind: 'event-stream';
      readonly url: string;
      readonly connections: readonly RecordedConnection[];
    }
  | { readonly kind: 'http'; readonly exchanges: readonly RecordedExchange[] }
);
