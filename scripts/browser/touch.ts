import type { Page } from 'playwright-core';

/**
 * Moves the pointer over a page, as a reader does before a click: its scripts wait for that.
 *
 * @returns once they run
 */
export async function touch(page: Page): Promise<void> {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.locator('html[data-has-hydrated=true]').waitFor();
}
