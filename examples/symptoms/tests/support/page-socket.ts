import type { Page } from 'playwright-core';

/** What a page gets from the one who publishes. */
export interface Received {
  /** The type of `event.data`, for example `Blob`. */
  data: string;
  /** What comes of `JSON.parse(event.data)`: its value as JSON, or the error. */
  parsed: string;
}

/**
 * Opens two sockets in a page. The first sends, and the server publishes to the
 * second.
 */
export function receivePublished(page: Page, path: string): Promise<Received> {
  return page.evaluate(
    (url) =>
      new Promise<Received>((resolve, reject) => {
        const reader = new WebSocket(`${url}?name=Grace`);
        reader.onerror = () => reject(new Error('The reader has no socket.'));
        reader.onmessage = ({ data }: MessageEvent<unknown>) => {
          const type = Object.prototype.toString.call(data).slice(8, -1);
          try {
            // As clients do that expect text.
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
 * @returns what the console says of it, with the server's address as `<server>`,
 * or the state that the socket is in after so many seconds
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
