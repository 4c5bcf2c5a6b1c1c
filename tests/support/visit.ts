import type { Page } from 'playwright-core';
import { address } from './site.ts';
import { touch } from '../../scripts/browser/touch.ts';

/**
 * Goes to a page and touches it: its scripts wait for that.
 *
 * @param path below the site's: `de/websockets`
 */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(address(path));
  await touch(page);
}
