import type { Browser, Page } from 'playwright-core';
import type { AppServer } from './server';

/** What a page of another origin got, and what the console printed. */
export interface ForeignResult {
  result: string;
  console?: string;
  /** The end of that line. */
  reason?: string;
}

/** How a page of another origin makes a request. */
export interface ForeignRequest {
  /** Sends cookies. */
  credentials?: boolean;
  /** Adds a header, so that the browser sends a preflight request. */
  header?: boolean;
}

/** A page of another origin in a browser. */
export class ForeignPage {
  readonly #page: Page;
  readonly #lines: string[] = [];

  private constructor(page: Page) {
    this.#page = page;
    page.on('console', (message) => this.#lines.push(message.text()));
  }

  /**
   * Opens a page whose origin exists only in this browser.
   *
   * @param permissions `local-network-access` lets a public page request servers on this machine
   */
  static async open(
    browser: Browser,
    origin: string,
    permissions: string[],
  ): Promise<ForeignPage> {
    const context = await browser.newContext({ permissions });
    const page = await context.newPage();
    await page.route(`${origin}/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto(`${origin}/`);
    // While a route exists, Playwright answers preflight requests itself.
    await page.unrouteAll();
    return new ForeignPage(page);
  }

  /** Requests a URL with `fetch()`. */
  fetch(
    server: AppServer,
    path: string,
    { credentials = false, header = false }: ForeignRequest = {},
  ): Promise<ForeignResult> {
    const init: RequestInit = {
      credentials: credentials ? 'include' : 'same-origin',
      headers: header ? { 'x-requested-with': 'fetch' } : {},
    };
    return this.#result(server, () =>
      this.#page.evaluate(
        async ([url, options]) => {
          try {
            return `status ${(await fetch(url, options)).status}`;
          } catch (error) {
            return String(error);
          }
        },
        [server.url + path, init] as const,
      ),
    );
  }

  /** Opens an `EventSource` and waits for its first event or error. */
  eventSource(
    server: AppServer,
    path: string,
    withCredentials: boolean,
  ): Promise<ForeignResult> {
    return this.#result(server, () =>
      this.#page.evaluate(
        ([url, options]) =>
          new Promise<string>((resolve) => {
            const source = new EventSource(url, options);
            const end = (result: string) => {
              source.close();
              resolve(result);
            };
            source.onmessage = () => end('receives events');
            source.onerror = () => end('fails');
          }),
        [server.url + path, { withCredentials }] as const,
      ),
    );
  }

  /** Opens a `WebSocket`. */
  webSocket(server: AppServer, path: string): Promise<ForeignResult> {
    return this.#result(server, () =>
      this.#page.evaluate(
        (url) =>
          new Promise<string>((resolve) => {
            const socket = new WebSocket(url);
            socket.onopen = () => resolve('opens');
            socket.onerror = () => resolve('fails');
          }),
        (server.url + path).replace('http', 'ws'),
      ),
    );
  }

  close(): Promise<void> {
    return this.#page.context().close();
  }

  /** Adds the console's line on CORS, with the address that the guide uses. */
  async #result(
    server: AppServer,
    act: () => Promise<string>,
  ): Promise<ForeignResult> {
    this.#lines.length = 0;
    const result = await act();
    const line = this.#lines.find((text) => text.includes('CORS policy'));
    if (!line) return { result };
    const [, reason = ''] = /CORS policy: (.*)\.$/.exec(line) ?? [];
    const console = line.replaceAll(server.url, 'http://localhost:3000');
    return { result, console, reason };
  }
}
