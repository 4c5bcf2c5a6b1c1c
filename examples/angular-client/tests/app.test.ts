import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { logbook } from './app/logbook';
import { losses } from './app/losses';
import { pages } from './app/pages';
import { rendering } from './app/rendering';
import { launchBrowser } from './support/browser';

let browser: Browser | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

// In one file, so that all tests use the same two servers in this order.
logbook();
pages(openBrowser);
losses(openBrowser);
rendering();

function openBrowser(): Browser {
  if (!browser) throw new Error('There is no browser.');
  return browser;
}
