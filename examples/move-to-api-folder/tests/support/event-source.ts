import type { Page } from 'playwright-core';

/** Events of an EventSource in a page so far. */
export interface Seen {
  readonly state: 'connecting' | 'open' | 'closed';
  readonly ids: readonly number[];
}

/**
 * Opens an EventSource in a page.
 *
 * @param url from the root of the page's server
 * @returns a function that returns its events so far
 */
export async function openEventSource(
  page: Page,
  url: string,
): Promise<() => Promise<Seen>> {
  const handle = await page.evaluateHandle((url) => {
    const source = new EventSource(url);
    const ids: number[] = [];
    source.onmessage = ({ lastEventId }) => ids.push(Number(lastEventId));
    return { source, ids };
  }, url);
  return () =>
    handle.evaluate(({ source, ids }) => ({
      state:
        (['connecting', 'open', 'closed'] as const)[source.readyState] ??
        'closed',
      ids,
    }));
}
