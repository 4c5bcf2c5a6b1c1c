/** A request. */
export interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Sends requests to a server, and records each exchange under a name. */
export class Exchanges {
  readonly #exchanges: Record<string, object> = {};

  constructor(readonly server: string) {}

  async send(name: string, url: string, sent: Sent = {}): Promise<Response> {
    const response = await fetch(this.server + url, sent);
    const { status, statusText, headers } = response;
    const text = await response.clone().text();
    const type = headers.get('content-type');
    const cookie = headers.get('set-cookie');
    this.#exchanges[name] = {
      request: {
        ...{ method: 'GET', url, ...sent },
        ...(sent.headers && { headers: sealedIn(sent.headers) }),
      },
      response: {
        // The development server has other error texts.
        ...{ status, statusText: status < 400 ? statusText : '' },
        headers: {
          ...(type && text && { 'content-type': type }),
          ...(cookie && { 'set-cookie': sealed(cookie) }),
        },
        ...(text && { body: JSON.stringify(JSON.parse(text), shown, 2) }),
      },
    };
    return response;
  }

  /** Returns all exchanges, as in an evidence file. */
  evidence(): object {
    return { kind: 'http', exchanges: this.#exchanges };
  }
}

/** Removes what the development server adds to an error, and names values that differ between runs. */
function shown(key: string, value: unknown): unknown {
  if (key === 'expiresAt') return '<in 8 hours>';
  return ['stack', 'url', 'statusMessage'].includes(key) ? undefined : value;
}

function sealedIn(headers: Record<string, string>): Record<string, string> {
  const { cookie } = headers;
  return cookie ? { ...headers, cookie: sealed(cookie) } : headers;
}

function sealed(cookie: string): string {
  return cookie
    .replace(/Fe26[^;]+/, '<sealed>')
    .replace(/Expires=[^;]+ GMT/, 'Expires=<in 8 hours>');
}
