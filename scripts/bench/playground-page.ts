import type { Browser, Page } from 'playwright-core';
import { recordFetched, totalBytes, touch } from '../browser/page.ts';

/** Sizes with gzip of what a playground loads. */
export interface LoadedBytes {
  readonly open: number;
  /** In addition, when the editor opens. */
  readonly editor: number;
}

/** Opens a playground and its editor, and measures what each loads. */
export async function measureLoaded(
  browser: Browser,
  url: string,
): Promise<LoadedBytes> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    await touch(page);
    const open = await loadedBy(
      page,
      '.playground-closed button',
      '.playground [data-from=server]',
    );
    const editor = await loadedBy(
      page,
      '.playground__buttons button',
      '.playground-edit__text',
    );
    return { open, editor };
  } finally {
    await context.close();
  }
}

/** Clicks the first matching button and measures what loads until an element appears. */
async function loadedBy(
  page: Page,
  button: string,
  element: string,
): Promise<number> {
  const fetched = recordFetched(page);
  await page
    .locator(button)
    .first()
    .evaluate((target) => {
      // Moving the pointer would prefetch the pages of links.
      if (target instanceof HTMLElement) target.click();
    });
  await page.locator(element).first().waitFor();
  return totalBytes(await fetched());
}

/**
 * Opens the playground of a page with an empty cache, closes it and opens it again.
 *
 * @param url a page with the playground of a WebSocket handler that sends first
 * @returns milliseconds from each click to the first visible frame
 */
export async function openToFirstFrame(
  browser: Browser,
  url: string,
): Promise<{ first: number; again: number }> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url);
    await touch(page);
    const open = () =>
      page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const button = document.querySelector('.playground-closed button');
            if (!(button instanceof HTMLElement)) {
              reject(new Error('No closed playground.'));
              return;
            }
            const observer = new MutationObserver(() => {
              if (!document.querySelector('.playground [data-from=server]'))
                return;
              observer.disconnect();
              // The frame is visible in the next animation frame.
              requestAnimationFrame(() => {
                resolve(performance.now() - begin);
              });
            });
            observer.observe(document.body, { childList: true, subtree: true });
            const begin = performance.now();
            button.click();
          }),
      );
    const first = await open();
    await page.locator('.playground').evaluate((panel) => {
      const close = panel.querySelector('button[aria-label]');
      if (close instanceof HTMLElement) close.click();
    });
    await page.locator('.playground-closed button:enabled').first().waitFor();
    return { first, again: await open() };
  } finally {
    await context.close();
  }
}

/**
 * Connects to a server on this machine.
 *
 * @param path URL path of a WebSocket handler that sends first
 * @returns milliseconds from the constructor to the first frame
 */
export async function socketToFirstFrame(
  browser: Browser,
  origin: string,
  path: string,
): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    // The page has the server's origin, since its handlers reject others; without scripts, the app itself doesn't connect.
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${origin}/`);
    return await page.evaluate(
      (url) =>
        new Promise<number>((resolve, reject) => {
          const begin = performance.now();
          const socket = new WebSocket(url);
          socket.onmessage = () => {
            resolve(performance.now() - begin);
          };
          socket.onclose = ({ code }) => {
            reject(new Error(`The server closed the socket with ${code}.`));
          };
        }),
      origin.replace('http', 'ws') + path,
    );
  } finally {
    await context.close();
  }
}
