import type { Locator, Page } from 'playwright-core';
import { address } from './site.ts';

/**
 * Opens the first playground of a page.
 *
 * @param path below the site's base URL
 * @returns its panel
 */
export async function openIn(page: Page, path: string): Promise<Locator> {
  await page.goto(address(path));
  return openFirst(page);
}

/** Opens the first playground of the current page, except for the small handlers with which pages open. */
export function openFirst(page: Page): Promise<Locator> {
  return openPanel(page, ':not([data-playground^="handler-scenarios/"])');
}

/**
 * Opens the playground of a handler on the current page.
 *
 * @param handler its path below `examples/`
 */
export function openHandler(page: Page, handler: string): Promise<Locator> {
  return openPanel(page, `[data-playground="${handler}"]`);
}

async function openPanel(page: Page, which: string): Promise<Locator> {
  await page.locator(`.playground-closed${which} button`).first().click();
  const panel = page.locator(`.playground${which}`).first();
  await panel.waitFor();
  return panel;
}

/**
 * Multiplies the time limits of starts and replays by ten, so that results don't depend on the load of the machine. Applies to
 * the current document.
 */
export function extendLimits(page: Page): Promise<void> {
  return page.evaluate(() => {
    const start = window.setTimeout.bind(window);
    window.setTimeout = ((callback: () => void, delay = 0) =>
      start(
        callback,
        delay < 5_000 ? delay : 10 * delay,
      )) as typeof window.setTimeout;
  });
}

/** Returns the controls of a client. */
export function client(panel: Locator, name: string): Locator {
  return panel.getByRole('group', { name, exact: true });
}

/** Returns the frames of a client, without other lines. */
export function frames(panel: Locator, name: string): Locator {
  return panel.locator(
    `li[data-client=${name}]:has([data-from=client], [data-from=server])`,
  );
}

/**
 * Changes the compiled handler when the page loads it; the page's code block stays unchanged.
 *
 * @param change changes the compiled code
 * @returns the number of changed files so far
 */
export async function changeHandler(
  page: Page,
  change: (code: string) => string,
): Promise<() => number> {
  let changed = 0;
  await page.route('**/*.js', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const other = change(text);
    const isHandler = other !== text && text.includes('_h3');
    if (isHandler) changed += 1;
    await route.fulfill({ response, body: isHandler ? other : text });
  });
  return () => changed;
}
