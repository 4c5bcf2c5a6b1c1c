import type { Browser, Page } from 'playwright-core';
import type { AppServer } from './server';

/** A page of a server that opens sockets. */
export class SocketPage {
  readonly #page: Page;
  readonly #lines: string[] = [];
  readonly #url: string;

  private constructor(page: Page, url: string) {
    this.#page = page;
    this.#url = url;
    page.on('console', (message) => this.#lines.push(message.text()));
  }

  static async open(browser: Browser, { url }: AppServer): Promise<SocketPage> {
    const page = await browser.newPage();
    // A response without HTML, so that no other socket is opened.
    await page.goto(`${url}/api/time`);
    return new SocketPage(page, url);
  }

  /**
   * Opens a socket at each path, sends a text, and waits for its echo.
   *
   * @param timeout milliseconds until a socket counts as silent
   */
  ask(
    paths: readonly string[],
    timeout: number,
  ): Promise<Record<string, string>> {
    return this.#page.evaluate(
      async ([paths, timeout]) => {
        const outcomes = paths.map(
          (path) =>
            new Promise<[string, string]>((resolve) => {
              const socket = new WebSocket(path);
              const end = (outcome: string) => {
                resolve([path, outcome]);
                socket.close();
              };
              socket.onopen = () => socket.send('Hello');
              socket.onmessage = ({ data }) => {
                if (data === 'Hello') end('answers');
              };
              socket.onclose = () => end('breaks');
              setTimeout(() => end('opens and stays silent'), timeout);
            }),
        );
        return Object.fromEntries(await Promise.all(outcomes));
      },
      [paths, timeout] as const,
    );
  }

  /** Closes the page; returns the console's lines, with the address that the guide uses. */
  async close(): Promise<string[]> {
    await this.#page.close();
    const own = this.#url.replace('http', 'ws');
    return this.#lines
      .map((line) => line.replaceAll(own, 'ws://localhost:5173'))
      .sort();
  }
}
