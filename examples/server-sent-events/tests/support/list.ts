import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';

/** Waits until the page says that the stream is in this state. */
export async function state(page: Page, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).waitFor();
}

/** Waits until the list has this many rows. */
export async function rows(page: Page, count: number): Promise<void> {
  await page
    .locator('[data-id]')
    .nth(count - 1)
    .waitFor();
}

/** The numbers of the events that are listed, from top to bottom. */
export async function counts(page: Page): Promise<number[]> {
  const texts = await page.locator('[data-id] > span').allTextContents();
  return texts.map((text) => Number(text.replace('Event ', '')));
}

/** Waits until the newest event has at least this number. */
export async function newestIsAtLeast(
  page: Page,
  count: number,
): Promise<void> {
  await vi.waitFor(
    async () => {
      expect((await counts(page))[0]).toBeGreaterThanOrEqual(count);
    },
    { timeout: 10_000 },
  );
}

/** Asserts that no event between the newest and the oldest is missing. */
export async function consecutive(page: Page): Promise<void> {
  const listed = await counts(page);
  const [newest = 0] = listed;
  expect(listed).toEqual(listed.map((_, index) => newest - index));
}
