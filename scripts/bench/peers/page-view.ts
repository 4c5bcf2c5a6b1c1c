import type { Browser } from 'playwright-core';
import { recordFetched, totalBytes } from '../../browser/page.ts';

/** Sizes with gzip, by resource type, and Web Vitals in milliseconds. */
export interface PageView {
  readonly document: number;
  readonly stylesheet: number;
  readonly script: number;
  readonly largestPaint: number;
  readonly blocked: number;
  /** Layout shift. */
  readonly shift: number;
}

/** Lighthouse's mobile device: a processor with a fourth of the speed, a small screen. */
const phone = { viewport: { width: 412, height: 823 }, isMobile: true };
const slowdown = 4;

/** Opens a page without interaction and without network latency, and measures it. */
export async function viewPage(
  browser: Browser,
  url: string,
): Promise<PageView> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(observe);
    const fetched = recordFetched(page);
    await page.goto(url, { waitUntil: 'networkidle' });
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
 * Runs in the page before its scripts. Like Lighthouse, counts the part of a task beyond 50 ms as blocking. It contains no named
 * functions, since the helper that keeps their names doesn't exist in the page.
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
