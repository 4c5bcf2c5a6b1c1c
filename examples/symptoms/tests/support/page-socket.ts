import type { Page } from 'playwright-core';

/** A published message in a page. */
export interface Received {
  /** Type of `event.data`, for example `Blob`. */
  data: string;
  /** Result of `JSON.parse(event.data)`: its value as JSON, or the error. */
  parsed: string;
}

/** Opens two sockets in a page: the first sends, and the server publishes to the second. */
export function receivePublished(page: Page, path: string): Promise<Received> {
  return page.evaluate(
    (url) =>
      new Promise<Received>((resolve, reject) => {
        const reader = new WebSocket(`${url}?name=Grace`);
        reader.onerror = () => reject(new Error('The reader has no socket.'));
        reader.onmessage = ({ data }: MessageEvent<unknown>) => {
          const type = Object.prototype.toString.call(data).slice(8, -1);
          try {
            // Like clients that expect text.
            const value: unknown = JSON.parse(data as string);
            resolve({ data: type, parsed: JSON.stringify(value) });
          } catch (error) {
            resolve({ data: type, parsed: String(error) });
          }
        };
        reader.onopen = () => {
          const writer = new WebSocket(`${url}?name=Ada`);
          writer.onopen = () => writer.send('Hello');
        };
      }),
    path,
  );
}

/**
 * Opens a socket in a page.
 *
 * @returns its console output, with `<server>` instead of the URL, or the state of the socket after a number of seconds
 */
export async function consoleOfSocket(
  page: Page,
  path: string,
  seconds: number,
): Promise<string> {
  const said = page
    .waitForEvent('console', {
      predicate: (message) => message.text().includes('WebSocket'),
      timeout: seconds * 1_000,
    })
    .then((message) => message.text().replace(/(?<=ws:\/\/)[^/]+/, '<server>'));
  const socket = await page.evaluateHandle((url) => new WebSocket(url), path);
  return said.catch(() =>
    socket.evaluate(({ readyState }) =>
      readyState === WebSocket.CONNECTING ? 'CONNECTING' : `${readyState}`,
    ),
  );
}
