import type { Page } from 'playwright-core';

/** Moves the pointer over a page, as a reader does first, and waits until its scripts have started. */
export async function touch(page: Page): Promise<void> {
  await page.mouse.move(3, 3);
  await page.mouse.move(4, 4);
  await page.locator('html[data-has-hydrated=true]').waitFor();
}
