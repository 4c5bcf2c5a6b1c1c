import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { touch } from '../scripts/browser/page.ts';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';

const browser = useBrowser();

/** All buttons that start, stop or edit. */
const buttons = [
  'Run in the page',
  'Restart',
  'Edit the code',
  'Run the code',
  'Reset the code',
  'Stop editing',
  'Close the playground',
] as const;

interface Press {
  readonly name: (typeof buttons)[number];
  readonly times: number;
  /** Milliseconds until the next click. */
  readonly wait: number;
}

const presses = fc.array(
  fc.record({
    name: fc.constantFrom(...buttons),
    times: fc.constantFrom(1, 2, 2),
    wait: fc.constantFrom(0, 0, 5, 50, 300),
  }),
  { minLength: 2, maxLength: 12 },
);

it('any sequence of double clicks results in one running server', async () => {
  const page = await browser.open();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.addInitScript(countWorkers);
  await page.addInitScript(holdStartLimits);
  await page.goto(address('chat-room'));
  await touch(page);
  await fc.assert(
    fc.asyncProperty(presses, async (all) => {
      await press(page, [{ name: 'Run in the page', times: 1, wait: 0 }]);
      await press(page, all);
      await expectOneServer(page);
      expect(errors).toEqual([]);
      // The next sequence starts with a closed playground and without a draft.
      await press(page, [
        { name: 'Reset the code', times: 1, wait: 0 },
        { name: 'Close the playground', times: 1, wait: 0 },
      ]);
      await page.locator('.playground').waitFor({ state: 'detached' });
    }),
    { numRuns: 15, seed: 14, endOnFailure: true },
  );
});

/** Clicks existing buttons; runs in the page, since the timing matters. */
async function press(page: Page, all: readonly Press[]): Promise<void> {
  await page.evaluate(async (presses) => {
    for (const { name, times, wait } of presses) {
      for (let time = 0; time < times; time += 1) {
        const found = [
          ...document.querySelectorAll<HTMLButtonElement>(
            '.playground-closed button, .playground button, .playground-edit button',
          ),
        ].find(
          (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
        );
        found?.click();
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }, all);
}

/** Expects no frame in a closed playground, and a responding server in an open one after all time limits. */
async function expectOneServer(page: Page): Promise<void> {
  // Waits for pending loads.
  await page.waitForFunction(
    () =>
      document.querySelector('.playground-closed button:enabled') ??
      document.querySelector('.playground'),
  );
  if ((await page.locator('.playground').count()) === 0) {
    expect(await page.locator('iframe').count()).toBe(0);
    return;
  }
  const ada = page.getByRole('group', { name: 'Ada', exact: true });
  const connect = ada.getByRole('button', { name: 'Connect Ada' });
  const drop = ada.getByRole('button', { name: 'Drop the connection' });
  await ada.locator('button:enabled').and(connect.or(drop)).first().waitFor();
  await page.evaluate(() => window.passStartLimits());
  if (await drop.isVisible()) await drop.click();
  await connect.click();
  await ada.getByText('connected', { exact: true }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.locator('iframe').count()).toBe(1);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  expect(await frame?.evaluate(() => window.runningWorkers)).toBe(1);
}

declare global {
  interface Window {
    /** In a frame: number of running workers. */
    runningWorkers: number;
    /** In the page: expires the time limits of all pending starts. */
    passStartLimits(): void;
  }
}

/** Runs in each document. */
function countWorkers(): void {
  window.runningWorkers = 0;
  const { Worker } = window;
  window.Worker = class extends Worker {
    constructor(...options: ConstructorParameters<typeof Worker>) {
      super(...options);
      window.runningWorkers += 1;
    }
    override terminate(): void {
      super.terminate();
      window.runningWorkers -= 1;
    }
  };
}

/** Runs in each document. */
function holdStartLimits(): void {
  const limits = new Map<number, () => void>();
  const start = window.setTimeout.bind(window);
  const stop = window.clearTimeout.bind(window);
  window.setTimeout = ((callback: () => void, delay?: number) => {
    const timer = start(callback, delay);
    if (delay === 10_000) limits.set(timer, callback);
    return timer;
  }) as typeof window.setTimeout;
  window.clearTimeout = (timer) => {
    limits.delete(Number(timer));
    stop(timer);
  };
  window.passStartLimits = () => {
    for (const pass of limits.values()) pass();
  };
}
