import type { Page, Response } from 'playwright-core';
import { gzipSync } from 'node:zlib';

/** Something that a page has fetched. */
export interface Fetched {
  readonly url: string;
  /** What for: `document`, `stylesheet`, `script`, `fetch` …, as Playwright names it. */
  readonly type: string;
  /** Its size with gzip, as hosts send it. */
  readonly bytes: number;
}

/**
 * Notes what a page fetches from now on, but for two things: what it fetches ahead of a click
 * on a link, and a worker made of a text, which was counted when the text came.
 *
 * @param page the page
 * @returns waits for what is under way, ends the notes, and gives them in the order in which answers came
 */
export function noteFetched(page: Page): () => Promise<Fetched[]> {
  const notes: Promise<Fetched | undefined>[] = [];
  const note = (response: Response) => notes.push(read(response));
  page.on('response', note);
  return async () => {
    // What comes while others are waited for counts too.
    for (let waited = -1; waited < notes.length;) {
      waited = notes.length;
      await Promise.all(notes);
    }
    page.off('response', note);
    const all = await Promise.all(notes);
    return all.filter((one) => one !== undefined);
  };
}

async function read(response: Response): Promise<Fetched | undefined> {
  const url = response.url();
  if (url.startsWith('blob:')) return undefined;
  const request = response.request();
  const { 'sec-purpose': purpose } = await request.allHeaders();
  if (purpose === 'prefetch') return undefined;
  // A redirect has no body.
  const body = await response.body().catch(() => Buffer.alloc(0));
  const bytes = gzipSync(body, { level: 9 }).length;
  return { url, type: request.resourceType(), bytes };
}

/** The bytes of all. */
export function totalBytes(fetched: readonly Fetched[]): number {
  return fetched.reduce((sum, { bytes }) => sum + bytes, 0);
}
