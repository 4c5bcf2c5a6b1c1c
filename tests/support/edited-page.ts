import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { address } from './site.ts';
import { touch } from '../../scripts/browser/touch.ts';

/** A playground whose code is being edited. */
export interface EditedPage {
  readonly panel: Locator;
  /** The text area of the file that is shown. */
  readonly area: Locator;
}

/**
 * Opens a playground of a page.
 *
 * @param path of the page below the site's
 * @param index which of the page's, from 0
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

/** Presses Edit, the first button of the panel's head, without a scroll of its own. */
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

/** Waits until a panel has shown all that its server and its clients say at their start. */
export async function settled(panel: Locator): Promise<void> {
  const lines = () => panel.locator('li').count();
  for (let before = -1, now = 0; before !== now || now === 0;) {
    before = now;
    await delay(1_000);
    now = await lines();
  }
}

/** Puts the caret before a part of the code. */
export function caretBefore(area: Locator, part: string): Promise<void> {
  return area.evaluate((element, text) => {
    if (!(element instanceof HTMLTextAreaElement)) return;
    const at = element.value.indexOf(text);
    if (at < 0) throw new Error(`There is no ${text} in the code.`);
    element.focus();
    element.setSelectionRange(at, at);
  }, part);
}

/** Where the letters of the code are that is shown, and what could be moved by them. */
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
    // How high it is may change: it may be the panel, which gets more buttons.
    add('what follows', new DOMRect(next.x, next.y, next.width, 0));
    return places;
  });
}
