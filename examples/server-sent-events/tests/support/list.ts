import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';

/** Waits until the page shows a state of the stream. */
export async function state(page: Page, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).waitFor();
}

/**
 * Waits until Angular has hydrated the page. If a link is clicked earlier, the browser follows it and Angular replays the click,
 * so the history contains the page twice.
 */
export async function hydrated(page: Page): Promise<void> {
  await page.locator('[jsaction]').first().waitFor({ state: 'detached' });
}

/** Waits until the list has a number of rows. */
export async function rows(page: Page, count: number): Promise<void> {
  await page
    .locator('[data-id]')
    .nth(count - 1)
    .waitFor();
}

/** Returns the numbers of the listed events, from top to bottom. */
export async function counts(page: Page): Promise<number[]> {
  const texts = await page.locator('[data-id] > span').allTextContents();
  return texts.map((text) => Number(text.replace('Event ', '')));
}

/** Waits until the newest event has at least a number. */
export async function newestIsAtLeast(
  page: Page,
  count: number,
): Promise<void> {
  await vi.waitFor(
    async () => expect((await counts(page))[0]).toBeGreaterThanOrEqual(count),
    60_000,
  );
}

/** Expects that no event between the newest and the oldest is missing. */
export async function consecutive(page: Page): Promise<void> {
  const listed = await counts(page);
  const [newest = 0] = listed;
  expect(listed).toEqual(listed.map((_, index) => newest - index));
}
