import type { Browser } from 'playwright-core';
import { touch } from '../browser/touch.ts';

/**
 * Opens the playground of a page that nothing of is in a cache, and opens it again.
 *
 * @param browser where
 * @param address of a page with the playground of a WebSocket handler that sends first
 * @returns milliseconds from each click to the first frame in sight
 */
export async function openToFirstFrame(
  browser: Browser,
  address: string,
): Promise<{ first: number; again: number }> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await touch(page);
    const opened = () =>
      page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const button = document.querySelector('.playground-closed button');
            if (!(button instanceof HTMLElement)) {
              reject(new Error('There is no closed playground.'));
              return;
            }
            const observer = new MutationObserver(() => {
              if (!document.querySelector('.playground [data-from=server]'))
                return;
              observer.disconnect();
              // It is in sight with the next picture.
              requestAnimationFrame(() => {
                resolve(performance.now() - begin);
              });
            });
            observer.observe(document.body, { childList: true, subtree: true });
            const begin = performance.now();
            button.click();
          }),
      );
    const first = await opened();
    await page.locator('.playground').evaluate((panel) => {
      const close = panel.querySelector('button[aria-label]');
      if (close instanceof HTMLElement) close.click();
    });
    await page.locator('.playground-closed button:enabled').first().waitFor();
    return { first, again: await opened() };
  } finally {
    await context.close();
  }
}

/**
 * Opens a socket to a server of this machine, from a page of its own.
 *
 * @param browser where
 * @param origin of the server
 * @param url of a WebSocket handler that sends first
 * @returns milliseconds from the constructor to the first frame
 */
export async function socketToFirstFrame(
  browser: Browser,
  origin: string,
  url: string,
): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    // The app itself would open a socket, and the server takes none from a page of another origin.
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${origin}/`);
    return await page.evaluate(
      (path) =>
        new Promise<number>((resolve, reject) => {
          const begin = performance.now();
          const socket = new WebSocket(path);
          socket.onmessage = () => {
            resolve(performance.now() - begin);
          };
          socket.onclose = ({ code }) => {
            reject(new Error(`The server closed the socket with ${code}.`));
          };
        }),
      origin.replace('http', 'ws') + url,
    );
  } finally {
    await context.close();
  }
}
