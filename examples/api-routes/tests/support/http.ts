/** What a client sends. */
export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer<ArrayBuffer>;
}

/** One request and its answer, as `evidence/http.json` keeps it. */
export interface Exchange {
  request: {
    method: string;
    url: string;
    headers?: Record<string, string>;
    body?: string;
  };
  response: {
    status: number;
    statusText: string;
    headers: Record<string, string>;
    body?: string;
  };
}

// The headers that the routes set; the rest differs from server to server.
const kept = [
  'content-type',
  'content-disposition',
  'x-content-type-options',
  'location',
  'etag',
  'allow',
  'set-cookie',
];

/** Sends requests to one server and keeps each exchange under a name. */
export class HttpRecorder {
  readonly #exchanges: Record<string, Exchange> = {};
  readonly #names = new Map<string, string>();

  constructor(readonly server: string) {}

  /** Sends one request and records it under `name`; returns the answer. */
  async send(name: string, url: string, sent: Sent = {}): Promise<Response> {
    const { method = 'GET', headers, body } = sent;
    const response = await fetch(new URL(url, this.server), {
      method,
      ...(headers && { headers }),
      ...(body && { body }),
    });
    const answered = Buffer.from(await response.clone().arrayBuffer());
    this.#exchanges[name] = {
      request: {
        method,
        url,
        ...(headers && { headers }),
        ...(body && { body: shown(body) }),
      },
      response: {
        status: response.status,
        statusText: response.statusText,
        headers: Object.fromEntries(
          kept.flatMap((header) => {
            const value = response.headers.get(header);
            return value === null ? [] : [[header, value]];
          }),
        ),
        ...(answered.length > 0 && {
          body: (response.headers.get('content-type') ?? '').includes('json')
            ? indented(answered.toString())
            : shown(answered),
        }),
      },
    };
    return response;
  }

  /** From now on `value` is recorded as `<name>`: ids differ from run to run. */
  name(value: string, name: string): void {
    this.#names.set(value, `<${name}>`);
  }

  /** The text of the evidence file, with every named value replaced. */
  evidence(): string {
    let text = JSON.stringify(
      { kind: 'http', exchanges: this.#exchanges },
      null,
      2,
    );
    for (const [value, name] of this.#names) {
      text = text.replaceAll(value, name);
    }
    return `${text}\n`;
  }
}

function shown(body: string | Buffer): string {
  if (typeof body !== 'string') return `<${body.length} bytes>`;
  return body.length > 1000 ? `<${body.length} characters>` : body;
}

/** The dev server indents its JSON, the production server does not. */
function indented(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
