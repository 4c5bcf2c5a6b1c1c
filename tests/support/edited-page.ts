import type { Locator, Page } from 'playwright-core';
import { address } from './site.ts';
import { touch } from '../../scripts/browser/page.ts';

/** A playground whose code is being edited. */
export interface EditedPage {
  readonly panel: Locator;
  /** The text area of the visible file. */
  readonly area: Locator;
}

/**
 * Opens a playground of a page.
 *
 * @param path below the site's base URL
 * @param index index of the playground, from 0
 * @returns its panel
 */
export async function openPanel(
  page: Page,
  path: string,
  index = 0,
): Promise<Locator> {
  await page.goto(address(path));
  await touch(page);
  await page.locator('.playground-closed button').nth(index).click();
  const panel = page.locator('.playground');
  await panel.waitFor();
  return panel;
}

/** Clicks Edit, the first button of the panel's head, without scrolling. */
export async function edit(panel: Locator): Promise<EditedPage> {
  await panel
    .locator('.playground__buttons button')
    .first()
    .evaluate((button) => {
      if (button instanceof HTMLElement) button.click();
    });
  const area = panel.page().locator('.playground-edit__text:visible');
  await area.waitFor();
  return { panel, area };
}

/** Places the caret before a part of the code. */
export function caretBefore(area: Locator, part: string): Promise<void> {
  return area.evaluate((element, text) => {
    if (!(element instanceof HTMLTextAreaElement)) return;
    const at = element.value.indexOf(text);
    if (at < 0) throw new Error(`There is no ${text} in the code.`);
    element.focus();
    element.setSelectionRange(at, at);
  }, part);
}

/** Returns the positions of the code's lines, and of elements that they could move. */
export function placesOf(block: Locator): Promise<string[]> {
  return block.evaluate((element) => {
    const code = [...element.querySelectorAll('code')].find(
      (one) => one.getClientRects().length > 0,
    );
    const letters = document.createTreeWalker(
      code ?? element,
      NodeFilter.SHOW_TEXT,
    );
    const places: string[] = [];
    const add = (name: string, { x, y, width, height }: DOMRect) =>
      places.push([name, x, y, width, height].join(' '));
    const range = document.createRange();
    while (letters.nextNode()) {
      const { currentNode } = letters;
      if (currentNode.parentElement?.tagName === 'TEXTAREA') continue;
      range.selectNodeContents(currentNode);
      const text = currentNode.textContent ?? '';
      for (const rect of range.getClientRects()) add(text, rect);
    }
    add('block', element.getBoundingClientRect());
    const next = element.nextElementSibling?.getBoundingClientRect();
    if (!next) throw new Error('Nothing follows the block.');
    // The height may change, since the panel gets more buttons.
    add('what follows', new DOMRect(next.x, next.y, next.width, 0));
    return places;
  });
}
