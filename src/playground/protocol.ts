/** A handler file as the runtime takes it: TypeScript and imports are compiled away, its lines are where they were. */
export interface CompiledFile {
  /** Path from the root of the app: `src/server/routes/api/ws/chat.ts`. */
  readonly path: string;
  /** CommonJS. */
  readonly code: string;
}

/** Headers as pairs, since one name can come twice. */
export type HeaderList = readonly (readonly [string, string])[];

/** What the page posts first, through the sandbox's frame. */
export interface StartMessage {
  readonly files: readonly CompiledFile[];
  /** How many messages with further files follow; whatever clients do waits for them. */
  readonly follow?: number;
}

/** What the page posts to the worker. `id` names a connection of a client or a request, as the page has chosen it. */
export type ToWorker =
  | { readonly type: 'ping'; readonly count: number }
  /** The last batch is dealt with. */
  | { readonly type: 'ack' }
  /** Further files: routes, what they import, or a package, whose path is its name. None where they could not be fetched. */
  | { readonly type: 'files'; readonly files: readonly CompiledFile[] }
  | {
      readonly type: 'connect';
      readonly id: number;
      readonly path: string;
      readonly headers: HeaderList;
    }
  | {
      readonly type: 'data';
      readonly id: number;
      readonly data: string | ArrayBuffer;
    }
  /** A close frame; without a code an empty one. */
  | {
      readonly type: 'close';
      readonly id: number;
      readonly code: number | undefined;
      readonly reason: string;
    }
  /** The network between a client and the server is gone: of a socket or of a request. */
  | { readonly type: 'lost'; readonly id: number }
  | {
      readonly type: 'request';
      readonly id: number;
      readonly method: string;
      readonly path: string;
      readonly headers: HeaderList;
      readonly body: ArrayBuffer | undefined;
    };

/** What the worker posts. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'pong'; readonly count: number }
  /** Busy, and getting on: a ping may wait behind much work. */
  | { readonly type: 'alive' }
  /** The worker posts the next batch only after the page's `ack`. */
  | { readonly type: 'batch'; readonly records: readonly ServerRecord[] }
  /** The server cannot go on, for the reason in the text. */
  | { readonly type: 'fatal'; readonly message: string };

/** One thing that happened at the server's end. */
export type ServerRecord = ClientRecord | ConsoleRecord;

/** What one client, or one request, gets to know. */
export type ClientRecord =
  | HandshakeRecord
  | DataRecord
  | CloseRecord
  /** A socket's connection has ended: after both close frames, or without them. */
  | { readonly type: 'end'; readonly id: number }
  | HeadRecord
  | ChunkRecord
  /** All of a response is sent. */
  | { readonly type: 'finish'; readonly id: number };

/** The answer to an upgrade: 101, or a refusal with its body. */
export interface HandshakeRecord {
  readonly type: 'handshake';
  readonly id: number;
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderList;
  readonly body: string;
}

/** A text frame (a string) or a binary one. */
export interface DataRecord {
  readonly type: 'data';
  readonly id: number;
  readonly data: string | Uint8Array<ArrayBuffer>;
}

/** A close frame; without a code an empty one. */
export interface CloseRecord {
  readonly type: 'close';
  readonly id: number;
  readonly code: number | undefined;
  readonly reason: string;
}

/** Status line and headers of a response. */
export interface HeadRecord {
  readonly type: 'head';
  readonly id: number;
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderList;
}

/** A piece of a response's body. */
export interface ChunkRecord {
  readonly type: 'chunk';
  readonly id: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A console method that is passed on. */
export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

/** A line that the server printed. */
export interface ConsoleRecord {
  readonly type: 'console';
  readonly level: ConsoleLevel;
  readonly text: string;
  /** So many lines before this one came too fast, and are not kept. */
  readonly dropped: number;
}

/** The most records in one batch: the page deals with so many in a few milliseconds. */
export const batchSize = 1_000;
