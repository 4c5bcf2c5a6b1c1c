import type { Page, Request, Response } from 'playwright-core';
import { gzipSync } from 'node:zlib';

/** A resource that a page loaded. */
export interface Fetched {
  readonly url: string;
  /** Playwright's resource type: `document`, `stylesheet`, `script`, `fetch` … */
  readonly type: string;
  /** Size with gzip. */
  readonly bytes: number;
}

/**
 * Records the resources that a page loads from now on, without prefetched pages and without workers from blobs, whose source
 * was loaded before.
 *
 * @returns waits for pending responses, stops recording and returns the resources in the order of their responses
 */
export function recordFetched(page: Page): () => Promise<Fetched[]> {
  const pending: Promise<unknown>[] = [];
  const responses: Response[] = [];
  const record = (request: Request) => {
    pending.push(
      request
        .response()
        .then((response) => response && responses.push(response)),
    );
  };
  page.on('request', record);
  return async () => {
    // More requests may be sent in the meantime.
    for (let count = -1; count < pending.length;) {
      count = pending.length;
      await Promise.all(pending);
    }
    page.off('request', record);
    const all = await Promise.all(responses.map(read));
    return all.filter((one) => one !== undefined);
  };
}

async function read(response: Response): Promise<Fetched | undefined> {
  const url = response.url();
  if (url.startsWith('blob:')) return undefined;
  const request = response.request();
  const { 'sec-purpose': purpose } = await request.allHeaders();
  if (purpose === 'prefetch') return undefined;
  // Redirects have no body.
  const body = await response.body().catch(() => Buffer.alloc(0));
  const bytes = gzipSync(body, { level: 9 }).length;
  return { url, type: request.resourceType(), bytes };
}

/** Adds up sizes. */
export function totalBytes(fetched: readonly Fetched[]): number {
  return fetched.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Moves the pointer, which starts the page's scripts, and waits for hydration. */
export async function touch(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.locator('html[data-has-hydrated=true]').waitFor();
}
