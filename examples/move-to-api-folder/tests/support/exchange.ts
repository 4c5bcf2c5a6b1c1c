/** A request and its response, as in evidence of the kind `http`. */
export interface Exchange {
  readonly request: Sent & { readonly method: string; readonly url: string };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
}

/** Options of a request. */
interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/**
 * Sends a request, and returns it with its response.
 *
 * @param server origin of the server
 * @param url URL path
 */
export async function exchange(
  server: string,
  url: string,
  sent: Sent = {},
): Promise<Exchange> {
  const response = await fetch(server + url, sent);
  const { status, statusText } = response;
  const type = response.headers.get('content-type');
  const body = await response.text();
  return {
    request: { method: 'GET', url, ...sent },
    response: {
      status,
      statusText,
      headers: type === null ? {} : { 'content-type': type },
      // Indented, as only the development server does.
      ...(body === ''
        ? {}
        : { body: JSON.stringify(JSON.parse(body), null, 2) }),
    },
  };
}
