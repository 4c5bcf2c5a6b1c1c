import type { Locator, Page } from 'playwright-core';
import { address } from './site.ts';

/**
 * Opens the first playground of a page.
 *
 * @param path of the page below the site's
 * @returns its panel
 */
export async function openIn(page: Page, path: string): Promise<Locator> {
  await page.goto(address(path), { waitUntil: 'networkidle' });
  return openFirst(page);
}

/** Opens the first playground of the page that is shown. */
export async function openFirst(page: Page): Promise<Locator> {
  await page.locator('.playground-closed button').first().click();
  const panel = page.locator('.playground').first();
  await panel.waitFor();
  return panel;
}

/** The controls of one client of a panel. */
export function client(panel: Locator, name: string): Locator {
  return panel.getByRole('group', { name, exact: true });
}

/** The frames of a client, without what is no frame. */
export function frames(panel: Locator, name: string): Locator {
  return panel.locator(
    `li[data-client=${name}]:has([data-from=client], [data-from=server])`,
  );
}

/**
 * Changes the code of the handler on its way into the page; the page shows it as well, and stays as it is.
 *
 * @param change of the compiled code
 * @returns how many files were changed by now
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
