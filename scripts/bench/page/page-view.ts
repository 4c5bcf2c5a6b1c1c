import type { Browser } from 'playwright-core';
import { noteFetched, totalBytes } from '../../browser/fetched.ts';

/** Bytes of gzip that a page takes, by what they are. */
export interface PageBytes {
  readonly document: number;
  readonly stylesheet: number;
  readonly script: number;
}

/** What a reader waits for, in milliseconds, and how far what is seen moves meanwhile. */
export interface PageTimes {
  readonly largestPaint: number;
  readonly blocked: number;
  readonly shift: number;
}

/** Lighthouse calls this its mobile device: a processor of a fourth of the speed, a small screen. */
const phone = { viewport: { width: 412, height: 823 }, isMobile: true };
const slowdown = 4;

/**
 * Opens a page as somebody does who reads it and touches nothing.
 *
 * @param browser where
 * @param address of the page
 * @returns what was fetched for it, and how long it took without a network to wait for
 */
export async function viewPage(
  browser: Browser,
  address: string,
): Promise<PageBytes & PageTimes> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(observe);
    const fetched = noteFetched(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    const times = await page.evaluate(() => window.pageTimes);
    const all = await fetched();
    const bytesOf = (kind: string) =>
      totalBytes(all.filter(({ type }) => type === kind));
    return {
      document: bytesOf('document'),
      stylesheet: bytesOf('stylesheet'),
      script: bytesOf('script'),
      ...times,
    };
  } finally {
    await context.close();
  }
}

declare global {
  interface Window {
    pageTimes: { largestPaint: number; blocked: number; shift: number };
  }
}

/**
 * Runs in the page before its own scripts. Of a task, what is beyond 50 ms blocks a reader: that is how Lighthouse counts.
 * It names no function, since the helper that keeps names is not in the page.
 */
function observe(): void {
  window.pageTimes = { largestPaint: 0, blocked: 0, shift: 0 };
  for (const type of ['largest-contentful-paint', 'longtask', 'layout-shift']) {
    new PerformanceObserver((list) => {
      const times = window.pageTimes;
      for (const entry of list.getEntries()) {
        if (type === 'longtask') {
          times.blocked += Math.max(0, entry.duration - 50);
        } else if (type === 'largest-contentful-paint') {
          times.largestPaint = entry.startTime;
        } else if ('value' in entry && typeof entry.value === 'number') {
          times.shift += entry.value;
        }
      }
    }).observe({ type, buffered: true });
  }
}
