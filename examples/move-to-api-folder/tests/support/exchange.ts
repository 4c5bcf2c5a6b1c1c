/** One request and its answer, as evidence of the kind `http` keeps it. */
export interface Exchange {
  readonly request: Sent & { readonly method: string; readonly url: string };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
}

/** What a client sends besides a URL. */
interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/**
 * Sends a request and keeps it with its answer.
 *
 * @param server the address of the server
 * @param url from there
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
      // The development server indents its JSON, the production server does not.
      ...(body === ''
        ? {}
        : { body: JSON.stringify(JSON.parse(body), null, 2) }),
    },
  };
}
