import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { stopTransitions, useBrowser } from './support/browser.ts';
import {
  caretBefore,
  edit,
  openPanel,
  placesOf,
} from './support/edited-page.ts';
import { frames } from './support/open-playground.ts';
import { english, locales } from './support/site.ts';

const browser = useBrowser();
const desktop = { width: 1280, height: 2600 };
const phone = { width: 390, height: 2600 };
const parts = ['.playground', '.playground-edit'];
const chat = 'src/server/routes/api/ws/chat.ts';
/** Texts of the English editor, which is tested first. */
let inEnglish: string[] = [];

it.each([
  ['chat-room', desktop, false],
  ['de/chat-room', phone, false],
  ['zh/chat-room', phone, true],
])(
  '/%s: nothing moves when editing starts',
  async (path, viewport, isWrapped) => {
    const page = await browser.borrow({ viewport });
    const panel = await openPanel(page, path);
    // Both clients have connected, and no more frames arrive.
    await frames(panel, 'Ada').nth(1).waitFor();
    await frames(panel, 'Bob').first().waitFor();
    const block = page
      .locator('.theme-code-block', { hasText: 'defineWebSocketHandler' })
      .first();
    await block.scrollIntoViewIfNeeded();
    // The editor shows all lines, and nothing to fold them.
    const toggle = block.locator('details');
    await toggle.locator('summary').click();
    await toggle.evaluate((element) => element.setAttribute('hidden', ''));
    if (isWrapped) {
      await block.hover();
      await block.locator('button').first().click();
      await block.locator('code[style]').waitFor();
    }
    await page.mouse.move(1, 1);
    await stopTransitions(page);
    const before = await placesOf(block);
    const pixels = await picture(page, block);
    expect(before.length).toBeGreaterThan(200);

    const { area } = await edit(panel);
    expect(await block.getAttribute('data-edited')).toBe('');
    expect(await placesOf(block)).toEqual(before);
    // Antialiasing differs by 1 of 255; a shift of one pixel differs by 200 or more.
    const edited = await picture(page, block);
    const moved = await mostDifferent(page, pixels, edited);
    expect(moved).toBeLessThan(8);

    // The text area covers the visible lines.
    await area.evaluate((element) => element.setAttribute('data-test', ''));
    await show(page, 'letters');
    const letters = await picture(page, block);
    await show(page, 'area');
    const other = await picture(page, block);
    expect(await mostDifferent(page, letters, other)).toBeLessThan(100);
  },
);

describe.each(locales)('in $name', ({ name, prefix }) => {
  it('is translated, accessible in both themes, and fits on a phone', async () => {
    const page = await browser.borrow({ viewport: phone });
    const panel = await openPanel(page, `${prefix}server-sent-events`, 1);
    const { area } = await edit(panel);
    // Comments are in the language of the page, in other files, too.
    const comments = /^\s*(?:\/\/|\/?\*+) .+$/gm;
    const shown = (await area.inputValue()).match(comments) ?? [];
    await page.getByRole('tab').nth(1).click();
    const other = (await area.inputValue()).match(comments) ?? [];
    expect(Math.min(shown.length, other.length)).toBeGreaterThan(2);
    await caretBefore(area, 'export');
    await page.keyboard.type('const;');
    await page.keyboard.press('Control+Enter');
    await panel.locator('.playground-edit__problems li').waitFor();

    await stopTransitions(page);
    expect(await violations(page, parts)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme=dark]').waitFor();
    expect(await violations(page, parts)).toEqual([]);
    const root = page.locator('html');
    expect(await root.evaluate((html) => html.scrollWidth)).toBe(phone.width);

    const words = [
      ...shown,
      ...other,
      ...(await panel
        .locator(
          '.playground-edit__bar :is(button, p), .playground-edit__problems p',
        )
        .allInnerTexts()),
    ];
    expect(words.length).toBeGreaterThan(10);
    if (name === english.name) inEnglish = words;
    else expect(words.filter((word) => inEnglish.includes(word))).toEqual([]);
  });
});

it('runs the edited code, reports errors, and restores the original', async () => {
  const page = await browser.borrow({ viewport: desktop });
  const panel = await openPanel(page, 'chat-room');
  const { area } = await edit(panel);
  const original = await area.inputValue();
  await caretBefore(area, '    peer.subscribe');
  await page.keyboard.type("    console.log('Here is', peer.id);");
  await page.keyboard.press('Enter');
  await page.keyboard.type("if (peer) throw new Error('No seat');");
  await page.keyboard.press('Control+Enter');
  await panel.getByText('The server runs this code.').waitFor();
  await panel.getByRole('button', { name: 'Connect Ada' }).click();
  const output = panel.locator('.playground__console');
  await output.getByText('No seat').waitFor();
  const line = lineOf(await area.inputValue(), 'No seat');
  const printed = await output.innerText();
  expect(printed).toContain('Here is');
  expect(printed).toContain(`(${chat}:${line}:`);

  // A syntax error has a position; the running server is unaffected.
  await caretBefore(area, 'const topic');
  await page.keyboard.type('const = 1;\n');
  await panel.getByRole('button', { name: 'Run the code' }).click();
  const problem = panel.locator('.playground-edit__problems li');
  await problem.waitFor();
  const wrong = lineOf(await area.inputValue(), 'const = 1;');
  expect(await problem.innerText()).toContain(`${chat}:${wrong}:7`);
  expect(await area.getAttribute('aria-invalid')).toBe('true');
  const marked = page.locator('.playground-edit__error-line');
  expect(await marked.innerText()).toContain('const = 1;');
  await problem.getByRole('button').click();
  const caret = () =>
    area.evaluate((element) =>
      element instanceof HTMLTextAreaElement && element.matches(':focus')
        ? element.selectionStart
        : undefined,
    );
  const text = await area.inputValue();
  await expect.poll(caret).toBe(text.indexOf('const = 1;') + 6);
  await page.keyboard.type('a ');
  await problem.waitFor({ state: 'detached' });

  // The browser's undo history contains all edits.
  await panel.getByRole('button', { name: 'Reset the code' }).click();
  await expect.poll(() => area.inputValue()).toBe(original);
  await page.keyboard.press('Control+z');
  await expect.poll(() => area.inputValue()).toContain('No seat');

  // Closing the editor keeps the code, and the page shows the original.
  await panel.getByRole('button', { name: 'Stop editing' }).click();
  await area.waitFor({ state: 'detached' });
  const code = page.locator('code', {
    hasText: "const topic = '/api/ws/chat'",
  });
  expect(await code.first().innerText()).not.toContain('No seat');
  await edit(panel);
  expect(await area.inputValue()).toContain('No seat');
});

it('is entered, used and left with the keyboard', async () => {
  const page = await browser.borrow({ viewport: desktop });
  const panel = await openPanel(page, 'chat-room');
  const { area } = await edit(panel);
  expect(await area.evaluate((one) => one.matches(':focus'))).toBe(true);
  const original = await area.inputValue();
  await caretBefore(area, 'const maxLength');
  await page.keyboard.press('Tab');
  await expect.poll(() => area.inputValue()).toContain('\n  const maxLength');
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => area.inputValue()).toBe(original);
  await caretBefore(area, '\n  upgrade(');
  await page.keyboard.press('Enter');
  await page.keyboard.type('a');
  await expect.poll(() => area.inputValue()).toContain('Handler({\n  a\n');
  // A line that is longer than all others widens the editor.
  await page.keyboard.type('b'.repeat(200));
  const scrolled = (element: Element) => element.scrollLeft;
  expect(await area.evaluate(scrolled)).toBe(0);
  const pre = page.locator('pre', { has: area });
  expect(await pre.evaluate(scrolled)).toBeGreaterThan(100);

  const hint = await area.getAttribute('aria-describedby');
  const description = page.locator(`[id="${hint?.split(' ')[0]}"]`);
  expect(await description.innerText()).toContain('Escape, then Tab');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => area.evaluate((one) => one.matches(':focus')))
    .toBe(false);
});

it('shows the files of an example as tabs', async () => {
  const page = await browser.borrow({ viewport: desktop });
  const panel = await openPanel(page, 'server-sent-events', 1);
  const { area } = await edit(panel);
  const tabs = page.getByRole('tab');
  expect(
    await tabs.evaluateAll((all) =>
      all.map((one) => one.getAttribute('title')),
    ),
  ).toEqual(['src/server/routes/api/sse.ts', 'src/server/ticks.ts']);
  await tabs.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => tabs.nth(1).getAttribute('aria-selected'))
    .toBe('true');
  await caretBefore(area, 'count, time');
  await page.keyboard.type('from: 1 + 1, ');
  await panel.getByRole('button', { name: 'Run the code' }).click();
  await panel.getByText('The server runs this code.').waitFor();
  expect(await tabs.nth(1).getAttribute('aria-label')).toContain('(changed)');
  await panel.getByRole('button', { name: 'Connect', exact: true }).click();
  await panel.getByText('{"from":2,"count":1,').first().waitFor();
});

it('shows the whole file if the page shows a part', async () => {
  const page = await browser.borrow({ viewport: desktop });
  const panel = await openPanel(page, 'troubleshooting', 1);
  const { area } = await edit(panel);
  expect(await panel.locator('.playground-edit__text').count()).toBe(1);
  await panel.getByText('The page shows part of this file.').waitFor();
  expect(await area.inputValue()).toContain('export default');
  expect(await area.inputValue()).not.toContain('#region');
});

/** Takes a screenshot of the block without its border, which shows the focus. */
async function picture(page: Page, block: Locator): Promise<Buffer> {
  const box = await block.locator('pre:visible').boundingBox();
  if (!box) throw new Error('The block is not shown.');
  const { x, y, width, height } = box;
  const clip = { x: x + 4, y: y + 4, width: width - 8, height: height - 8 };
  return page.screenshot({ clip, caret: 'hide' });
}

/** Shows only the text of the lines or of the text area, in one colour. */
function show(page: Page, part: 'letters' | 'area'): Promise<void> {
  return page.evaluate((shown) => {
    const plain =
      'color: #000 !important; -webkit-text-fill-color: #000 !important; font-style: normal !important; background: none !important;';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      shown === 'letters'
        ? `.playground-edit .token-line * { ${plain} } .playground-edit__text.playground-edit__text { visibility: hidden }`
        : `.playground-edit .token-line * { visibility: hidden } .playground-edit textarea[data-test].playground-edit__text.playground-edit__text { ${plain} }`,
    );
    const { adoptedStyleSheets } = document;
    document.adoptedStyleSheets = [...adoptedStyleSheets.slice(0, 1), sheet];
  }, part);
}

/** Returns the maximum difference of a pixel between two images of equal size, of 255. */
function mostDifferent(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const { width, height } = bitmap;
          const context = new OffscreenCanvas(width, height).getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, width, height).data;
        }),
      );
      if (!one || one.length !== other?.length) return 255;
      return one.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? 0))),
        0,
      );
    },
    [a.toString('base64'), b.toString('base64')],
  );
}

function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}
