/** A compiled handler file, with the line numbers of its source. */
export interface CompiledFile {
  /** Path from the root of the app: `src/server/routes/api/ws/chat.ts`. */
  readonly path: string;
  /** CommonJS. */
  readonly code: string;
}

/** Headers as pairs, since a name can occur several times. */
export type HeaderList = readonly (readonly [string, string])[];

/** The first message of the page, through the sandbox's frame. */
export interface StartMessage {
  readonly files: readonly CompiledFile[];
  /** The number of messages with more files that follow; clients wait for them. */
  readonly follow?: number;
}

/** A message to the worker. `id` is a connection or a request, chosen by the page. */
export type ToWorker =
  | { readonly type: 'ping'; readonly count: number }
  /** Acknowledges the last batch. */
  | { readonly type: 'ack' }
  /** More files: routes, their imports, or a package, whose path is its name. Empty if they couldn't be fetched. */
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
  /** The connection of a socket or a request was lost. */
  | { readonly type: 'lost'; readonly id: number }
  | {
      readonly type: 'request';
      readonly id: number;
      readonly method: string;
      readonly path: string;
      readonly headers: HeaderList;
      readonly body: ArrayBuffer | undefined;
    };

/** A message from the worker. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'pong'; readonly count: number }
  /** Progress of a busy worker: a ping may wait. `taken` counts received messages, except pings and acks. */
  | { readonly type: 'alive'; readonly taken: number }
  /** The worker posts the next batch only after the page's `ack`. */
  | { readonly type: 'batch'; readonly records: readonly ServerRecord[] }
  /** The runtime stopped because its queue exceeded the limit. */
  | { readonly type: 'fatal' };

/** An event of the server. */
export type ServerRecord = ClientRecord | ConsoleRecord | UnsupportedRecord;

/** Features that are unavailable in the page, by the id of their explanation. */
export const unsupportedNames = [
  'env',
  'process',
  'subtle',
  'network',
  'nitroFetch',
  'package',
  'import',
  'importMeta',
  'accessor',
] as const;

/** One of `unsupportedNames`. */
export type UnsupportedName = (typeof unsupportedNames)[number];

/** A handler used an unavailable feature. */
export interface UnsupportedRecord {
  readonly type: 'unsupported';
  readonly name: UnsupportedName;
}

/** An event for one client or request. */
export type ClientRecord =
  | HandshakeRecord
  | DataRecord
  | CloseRecord
  /** The connection of a socket ended, with or without close frames. */
  | { readonly type: 'end'; readonly id: number }
  | HeadRecord
  | ChunkRecord
  /** The response is complete. */
  | { readonly type: 'finish'; readonly id: number };

/** The response to an upgrade: 101, or an error with its body. */
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

/** A chunk of a response body. */
export interface ChunkRecord {
  readonly type: 'chunk';
  readonly id: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A forwarded console method. */
export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';

/** A line of console output. */
export interface ConsoleRecord {
  readonly type: 'console';
  readonly level: ConsoleLevel;
  readonly text: string;
  /** The number of lines dropped before this one. */
  readonly dropped: number;
}

/** Limit of records in one batch: the page processes them in a few milliseconds. */
export const batchSize = 1_000;
