import type {
  Answer,
  ClientSocket,
  ReceivedEvent,
  ScenarioClient,
  ServerFrame,
} from './client';

/** A line of a transcript: plain values, and names for values that differ between runs. */
export type TranscriptRecord = Readonly<Record<string, unknown>>;

/** Plays a scenario and returns its transcript. */
export type Scenario = (
  client: ScenarioClient,
) => Promise<readonly TranscriptRecord[]>;

/** Headers of the connection, and those that each server adds to the handshake. */
const ignored = [
  'connection',
  'date',
  'keep-alive',
  'sec-websocket-accept',
  'transfer-encoding',
  'upgrade',
];

/**
 * Records a scenario. A frame from the server is recorded when the scenario takes it, since the order of two sockets is
 * undefined.
 */
export class Transcript {
  readonly records: TranscriptRecord[] = [];
  readonly #names = new Map<string, string>();
  readonly #open = new Set<() => void>();

  constructor(private readonly client: ScenarioClient) {
    const { origin } = client;
    this.name(origin, 'origin');
    this.name(new URL(origin).host, 'host');
  }

  /** Records `text` as `<name>` from now on. */
  name(text: string, name: string): void {
    this.#names.set(text, `<${name}>`);
  }

  /** Records a line. */
  note(record: TranscriptRecord): void {
    this.records.push(this.#named(record));
  }

  /** Opens a socket and waits for the response to the upgrade. */
  async connect(
    client: string,
    path: string,
    protocols: readonly string[] = [],
  ): Promise<Member> {
    const member = this.start(client, path, protocols);
    const { status, headers, protocol } = await member.socket.handshake;
    this.note({
      client,
      connects: path,
      status,
      ...(protocol === '' ? {} : { protocol }),
      headers: shown(headers),
    });
    return member;
  }

  /** Opens a socket whose upgrade may get no response. */
  start(
    client: string,
    path: string,
    protocols: readonly string[] = [],
  ): Member {
    const frames = new Queue<ServerFrame>(`${client} at ${path}`);
    const socket = this.client.connect(path, protocols, (frame) => {
      frames.add(frame);
    });
    this.#open.add(() => {
      socket.drop();
    });
    return new Member(client, this, socket, frames);
  }

  /** Sends a request and records the whole response. */
  async request(
    method: string,
    path: string,
    more: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<void> {
    const { headers = {}, body } = more;
    const answer = await this.client.fetch(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const text = await textOf(answer.body);
    this.note({
      request: { method, url: path, ...more },
      response: {
        status: answer.status,
        statusText: answer.statusText,
        headers: shown(answer.headers, text),
        body: readable(answer, text),
      },
    });
  }

  /** Requests a stream, which the scenario reads and closes. */
  async stream(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ read(): Promise<string>; leave(): void }> {
    const connection = new AbortController();
    const { signal } = connection;
    const answer = await this.client.fetch(path, {
      method: 'GET',
      headers,
      signal,
    });
    this.note({
      request: { method: 'GET', url: path, headers },
      response: { status: answer.status, headers: shown(answer.headers) },
    });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    const leave = () => {
      connection.abort();
    };
    this.#open.add(leave);
    return { read: async () => (await reader.read()).value ?? '', leave };
  }

  /** Opens an EventSource. */
  events(path: string): { next(): Promise<void>; close(): void } {
    const received = new Queue<ReceivedEvent>(`the reader of ${path}`);
    const source = this.client.eventSource(path, (event) => {
      received.add(event);
    });
    const close = () => {
      source.close();
    };
    this.#open.add(close);
    const next = async () => {
      const { type, lastEventId, data } = await received.next();
      this.note({ event: type, lastEventId, data });
    };
    return { next, close };
  }

  /** Closes all connections. */
  end(): void {
    for (const close of this.#open) close();
  }

  #named<T>(value: T): T {
    let json = JSON.stringify(value);
    for (const [text, name] of this.#names) {
      json = json.replaceAll(JSON.stringify(text).slice(1, -1), name);
    }
    return JSON.parse(json) as T;
  }
}

/** A client of a scenario. */
export class Member {
  constructor(
    readonly name: string,
    private readonly transcript: Transcript,
    readonly socket: ClientSocket,
    private readonly frames: Queue<ServerFrame>,
  ) {}

  send(data: string | Uint8Array<ArrayBuffer>): void {
    this.transcript.note({
      client: this.name,
      sends: typeof data === 'string' ? data : { binary: hex(data) },
    });
    this.socket.send(data);
  }

  close(code?: number, reason?: string): void {
    this.transcript.note({
      client: this.name,
      closes: code ?? 'without a code',
      ...(reason === undefined ? {} : { reason }),
    });
    this.socket.close(code, reason);
  }

  /** Takes and records the next frame. */
  async next(): Promise<ServerFrame> {
    const frame = await this.frames.next();
    this.transcript.note({ client: this.name, receives: frame });
    return frame;
  }

  /** Takes the next frame as JSON, whose `id` becomes the name of the peer. */
  async welcome(peer: string): Promise<void> {
    const frame = await this.frames.next();
    const text = 'text' in frame ? frame.text : '';
    const id = /"id":"([^"]+)"/.exec(text)?.[1];
    if (id === undefined) {
      throw new Error(
        `${this.name} was not welcomed: ${JSON.stringify(frame)}`,
      );
    }
    this.transcript.name(id, peer);
    this.transcript.note({ client: this.name, receives: frame });
  }

  /** Number of received frames that were not taken. */
  get untaken(): number {
    return this.frames.size;
  }
}

/** A queue of received values. */
class Queue<T> {
  readonly #items: T[] = [];
  #waiting: ((item: T) => void) | undefined;

  constructor(private readonly owner: string) {}

  get size(): number {
    return this.#items.length;
  }

  add(item: T): void {
    if (this.#waiting) this.#waiting(item);
    else this.#items.push(item);
  }

  /**
   * @throws if nothing arrives within a minute
   */
  next(): Promise<T> {
    const item = this.#items.shift();
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = undefined;
        reject(new Error(`Nothing came to ${this.owner} for a minute.`));
      }, 60_000);
      this.#waiting = (received) => {
        clearTimeout(timer);
        this.#waiting = undefined;
        resolve(received);
      };
    });
  }
}

/** Bytes in hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(
    ' ',
  );
}

/** Plays a scenario and closes everything afterwards. */
export function scenario(
  play: (transcript: Transcript) => Promise<void>,
): Scenario {
  return async (client) => {
    const transcript = new Transcript(client);
    try {
      await play(transcript);
      return transcript.records;
    } finally {
      transcript.end();
    }
  };
}

function shown(
  headers: readonly (readonly [string, string])[],
  body = '',
): Record<string, string[]> {
  const length = `${new TextEncoder().encode(body).length}`;
  const byName = new Map<string, string[]>();
  for (const [name, value] of [...headers].sort()) {
    if (ignored.includes(name)) continue;
    const fits = name === 'content-length' && value === length;
    const written = fits ? '<the length of the body>' : value;
    byName.set(name, [...(byName.get(name) ?? []), written]);
  }
  return Object.fromEntries(byName);
}

function readable(answer: Answer, text: string): unknown {
  const type = answer.headers.find(([name]) => name === 'content-type')?.[1];
  if (text.includes('<app-root')) return '<a page of the app>';
  if (text === '' || !type?.includes('json')) return text;
  const body: unknown = JSON.parse(text);
  if (typeof body === 'object' && body !== null && 'stack' in body) {
    // Line numbers in stack traces depend on the build.
    return { ...body, stack: '<stack>' };
  }
  return body;
}

async function textOf(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
  }
}
