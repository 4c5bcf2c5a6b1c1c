/** A request. */
export interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer<ArrayBuffer>;
}

/** A request and its response, as in `evidence/http.json`. */
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

// Headers of the routes; others differ between servers.
const kept = [
  'content-type',
  'content-disposition',
  'x-content-type-options',
  'location',
  'etag',
  'allow',
  'set-cookie',
];

/** Sends requests to a server, and records each exchange under a name. */
export class HttpRecorder {
  readonly #exchanges: Record<string, Exchange> = {};
  readonly #names = new Map<string, string>();

  constructor(readonly server: string) {}

  /** Sends a request and records it under `name`; returns the response. */
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

  /** Records `value` as `<name>` from now on, since ids differ between runs. */
  name(value: string, name: string): void {
    this.#names.set(value, `<${name}>`);
  }

  /** Returns the exchanges, with names instead of values. */
  evidence(): { readonly kind: 'http'; readonly exchanges: unknown } {
    let text = JSON.stringify(this.#exchanges);
    for (const [value, name] of this.#names) {
      text = text.replaceAll(value, name);
    }
    return { kind: 'http', exchanges: JSON.parse(text) as unknown };
  }
}

function shown(body: string | Buffer): string {
  if (typeof body !== 'string') return `<${body.length} bytes>`;
  return body.length > 1000 ? `<${body.length} characters>` : body;
}

/** Indents JSON, as only the dev server does. */
function indented(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
