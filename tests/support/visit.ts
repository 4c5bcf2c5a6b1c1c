import type { Page } from 'playwright-core';
import { address } from './site.ts';
import { touch } from '../../scripts/browser/page.ts';

/**
 * Opens a page and moves the pointer, which starts its scripts.
 *
 * @param path below the base URL: `de/websockets`
 */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(address(path));
  await touch(page);
}
