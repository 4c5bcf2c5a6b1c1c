import type { Browser, Page } from 'playwright-core';
import { noteFetched, totalBytes } from '../browser/fetched.ts';
import { touch } from '../browser/touch.ts';

/** Bytes of gzip that a reader loads. */
export interface Loaded {
  readonly open: number;
  /** More than that, to edit. */
  readonly editor: number;
}

/**
 * Opens a playground and its editor, and adds up what each loads.
 *
 * @param browser where
 * @param address of a page with a playground
 */
export async function loadedByPlayground(
  browser: Browser,
  address: string,
): Promise<Loaded> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await touch(page);
    const open = await loadedBy(
      page,
      '.playground-closed button',
      '.playground [data-from=server]',
    );
    const editor = await loadedBy(
      page,
      '.playground__buttons button',
      '.playground-edit__text',
    );
    return { open, editor };
  } finally {
    await context.close();
  }
}

/** Presses the first of some buttons, and adds up what comes until something is there. */
async function loadedBy(
  page: Page,
  button: string,
  shown: string,
): Promise<number> {
  const fetched = noteFetched(page);
  await page
    .locator(button)
    .first()
    .evaluate((element) => {
      // A pointer on its way there would make the site fetch what links lead to.
      if (element instanceof HTMLElement) element.click();
    });
  await page.locator(shown).first().waitFor();
  const all = await fetched();
  return totalBytes(all.filter(({ url }) => !isOfAPage(url)));
}

/** Docusaurus names the chunks of pages, which it fetches ahead, by a hash; those of an `import()` by a number. */
function isOfAPage(url: string): boolean {
  return /\/assets\/js\/(?!\d{1,4}\.)/.test(url);
}
