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

/** Status and headers of a recorded response. */
export interface RecordedHead {
  readonly status: number;
  readonly statusText?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request and its response. */
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
      /** URLs of clients with another URL, by name. */
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

/** A line of a scenario. */
export interface Step {
  /** The client; empty if there is only one. */
  readonly client: string;
  readonly from: 'client' | 'server';
  readonly text: string;
}

/** A recorded line and its live counterpart. */
export interface Pair {
  /** Undefined if the live server sent more. */
  readonly recorded: Step | undefined;
  readonly live: Step | Missing;
  readonly agrees: boolean;
}

/** Why there is no live line: a timeout, or a closed connection. */
export type Missing = 'nothing' | 'notSent';

/** Timeout of a live line in milliseconds. */
const timeout = 5_000;

/**
 * Waits for a value, up to the timeout of a replay.
 *
 * @returns undefined after a timeout or failure
 */
export async function withTimeout<T>(
  value: Promise<T>,
): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, timeout);
  });
  try {
    return await Promise.race([value, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Expands a text of which only the length is recorded, such as `<2001 characters>`. */
export function expandLength(text: string): string {
  const length = /^<(\d+) (?:characters|bytes)>$/.exec(text)?.[1];
  return length === undefined ? text : 'x'.repeat(Number(length));
}
