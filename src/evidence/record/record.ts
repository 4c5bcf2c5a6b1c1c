import { EvidenceError } from '../problem.ts';

/** A value as JSON holds it. */
export type Json =
  string | number | boolean | null | readonly Json[] | JsonObject;

/** An object as JSON holds it. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** One WebSocket frame as a client sent or received it. */
export interface Frame {
  readonly client: string;
  readonly from: 'client' | 'server';
  readonly opcode: 'text' | 'binary' | 'close';
  readonly payload?: string;
  readonly code?: number;
  readonly reason?: string;
}

/** The frames of a run, in their order. */
export interface FrameRecord {
  readonly kind: 'websocket';
  readonly url: string;
  readonly frames: readonly Frame[];
}

/** One event of a stream. */
export interface StreamEvent {
  readonly id?: string;
  readonly event?: string;
  readonly retry?: number;
  readonly data: string;
}

/** One connection of a reader to a stream. */
export interface Connection {
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly events: readonly StreamEvent[];
  readonly end: 'client leaves' | 'server closes';
}

/** The connections of a run, in their order. */
export interface StreamRecord {
  readonly kind: 'event-stream';
  readonly url: string;
  readonly connections: readonly Connection[];
}

/** A request and the answer to it. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Named exchanges of a run. */
export interface HttpRecord {
  readonly kind: 'http';
  readonly exchanges: ReadonlyMap<string, Exchange>;
}

/** What both servers answered at the URLs of some files. */
export interface RoutesRecord {
  readonly kind: 'routes';
}

/** Anything else that was measured: values for facts, of a shape that only its test knows. */
export interface ValuesRecord {
  readonly kind: 'values';
  /** The kind as the file names it. */
  readonly named: string;
}

/** What one evidence file holds. */
export type EvidenceRecord =
  FrameRecord | StreamRecord | HttpRecord | RoutesRecord | ValuesRecord;

/** An evidence file: its values for facts, and its record for tables and exchanges. */
export interface EvidenceFile {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly json: JsonObject;
  readonly record: EvidenceRecord;
}

/**
 * Reads an evidence file and checks its shape.
 *
 * @param path of the file from the root of the repository, for messages
 * @param text the file
 * @returns its values and its record
 * @throws EvidenceError naming the place in the file that is not as its kind has to be
 */
export function parseEvidence(path: string, text: string): EvidenceFile {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EvidenceError(
      `the file is not JSON (${reason}). Record it again with: npm run evidence`,
      path,
    );
  }
  const root = new Reader(path, '', json);
  root.optional('node')?.number();
  const named = root.at('kind').oneOf(kinds);
  const read = readers[named];
  return {
    path,
    json: root.object(),
    record: read ? read(root) : { kind: 'values', named },
  };
}

const readers: Readonly<Record<string, (root: Reader) => EvidenceRecord>> = {
  websocket: (root) => ({
    kind: 'websocket',
    url: root.at('url').string(),
    frames: root.at('frames').list().map(frameOf),
  }),
  'event-stream': (root) => ({
    kind: 'event-stream',
    url: root.at('url').string(),
    connections: root.at('connections').list().map(connectionOf),
  }),
  http: (root) => ({
    kind: 'http',
    exchanges: new Map(
      root
        .at('exchanges')
        .entries()
        .map(([name, exchange]) => [name, exchangeOf(exchange)]),
    ),
  }),
  routes: (root) => {
    for (const [name, route] of root.entries()) {
      if (name === 'kind' || name === 'node') continue;
      route.at('url').string();
      // What only one of the servers has, as HMR, was asked of that one alone.
      route.optional('production')?.object();
      const development = route.optional('development');
      if (development) development.object();
      else route.at('production').object();
    }
    return { kind: 'routes' };
  },
};

/** Of the last ones, only the test that records them knows the shape. */
const kinds = [
  ...Object.keys(readers),
  ...['facts', 'layout', 'load', 'transcript', 'missing-import'],
];

function frameOf(frame: Reader): Frame {
  const opcode = frame.at('opcode').oneOf(['text', 'binary', 'close']);
  const payload = frame.optional('payload')?.string();
  const code = frame.optional('code')?.number();
  const reason = frame.optional('reason')?.string();
  if (opcode !== 'close' && payload === undefined) {
    frame.fail('has no payload, and only a close frame may lack it');
  }
  return {
    client: frame.at('client').string(),
    from: frame.at('from').oneOf(['client', 'server']),
    opcode,
    ...(payload === undefined ? {} : { payload }),
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function connectionOf(connection: Reader): Connection {
  const response = connection.at('response');
  return {
    requestHeaders: connection.at('request').at('headers').strings(),
    status: response.at('status').number(),
    headers: response.at('headers').strings(),
    events: connection.at('events').list().map(eventOf),
    end: connection.at('end').oneOf(['client leaves', 'server closes']),
  };
}

function eventOf(event: Reader): StreamEvent {
  const id = event.optional('id')?.string();
  const name = event.optional('event')?.string();
  const retry = event.optional('retry')?.number();
  return {
    data: event.at('data').string(),
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { event: name }),
    ...(retry === undefined ? {} : { retry }),
  };
}

function exchangeOf(exchange: Reader): Exchange {
  const request = exchange.at('request');
  const response = exchange.at('response');
  const requestBody = request.optional('body')?.string();
  return {
    method: request.at('method').string(),
    url: request.at('url').string(),
    requestHeaders: request.optional('headers')?.strings() ?? {},
    status: response.at('status').number(),
    statusText: response.optional('statusText')?.string() ?? '',
    headers: response.at('headers').strings(),
    body: response.optional('body')?.string() ?? '',
    ...(requestBody === undefined ? {} : { requestBody }),
  };
}

/** A place in an evidence file, which knows its path for messages. */
export class Reader {
  readonly #file: string;
  readonly #place: string;
  readonly #value: Json | undefined;

  constructor(file: string, place: string, value: Json | undefined) {
    this.#file = file;
    this.#place = place;
    this.#value = value;
  }

  fail(what: string): never {
    throw new EvidenceError(
      `${this.#place === '' ? 'the file' : `"${this.#place}"`} ${what}. Record it again with: npm run evidence`,
      this.#file,
    );
  }

  at(key: string): Reader {
    const place = this.#place === '' ? key : `${this.#place}.${key}`;
    return new Reader(this.#file, place, this.object()[key]);
  }

  optional(key: string): Reader | undefined {
    return key in this.object() ? this.at(key) : undefined;
  }

  entries(): [string, Reader][] {
    return Object.keys(this.object()).map((key) => [key, this.at(key)]);
  }

  object(): JsonObject {
    const value = this.#value;
    return isObject(value) ? value : this.fail('is not an object');
  }

  list(): Reader[] {
    const value = this.#value;
    if (!isList(value)) return this.fail('is not a list');
    return value.map(
      (item, i) => new Reader(this.#file, `${this.#place}.${i}`, item),
    );
  }

  string(): string {
    const value = this.#value;
    return typeof value === 'string' ? value : this.fail('is not a text');
  }

  number(): number {
    const value = this.#value;
    return typeof value === 'number' ? value : this.fail('is not a number');
  }

  strings(): Record<string, string> {
    return Object.fromEntries(
      this.entries().map(([key, value]) => [key, value.string()]),
    );
  }

  oneOf<T extends string>(allowed: readonly T[]): T {
    const found = allowed.find((one) => one === this.#value);
    if (found !== undefined) return found;
    const value =
      this.#value === undefined ? 'missing' : JSON.stringify(this.#value);
    const named = allowed.map((one) => `"${one}"`).join(', ');
    return this.fail(`is ${value}, not one of ${named}`);
  }
}

/**
 * Whether a value is a JSON object.
 *
 * @param value any value of an evidence file
 * @returns true for an object, false for a list, a scalar or nothing
 */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
