import type { Page } from 'playwright-core';

/** Events of a WebSocket in a page. */
export interface SocketSeen {
  readonly opened: boolean;
  readonly frames: readonly string[];
  /** `undefined` while it is open. */
  readonly closeCode?: number;
}

/**
 * Opens a WebSocket in a page, sends a text, and returns its events once it has closed, or a socket that was opened later has a
 * response.
 *
 * @param path URL path of the socket
 * @param working URL path of a chat that responds
 */
export function socketIn(
  page: Page,
  path: string,
  working: string,
): Promise<SocketSeen> {
  return page.evaluate(
    async ({ path, working }) => {
      const frames: string[] = [];
      let opened = false;
      const socket = new WebSocket(path);
      socket.onmessage = ({ data }) => frames.push(String(data));
      const closeCode = await new Promise<number | undefined>((resolve) => {
        socket.onclose = ({ code }) => resolve(code);
        socket.onopen = () => {
          opened = true;
          socket.send('Hello');
          const later = new WebSocket(working);
          later.onopen = () => later.send('Hello');
          later.onmessage = ({ data }) => {
            if (data !== 'Hello') return;
            later.close();
            resolve(undefined);
          };
        };
      });
      socket.close();
      return {
        opened,
        frames,
        ...(closeCode === undefined ? {} : { closeCode }),
      };
    },
    { path, working },
  );
}
