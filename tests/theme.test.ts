import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';
import { touch } from '../scripts/browser/page.ts';

const browser = useBrowser();

it.each(['light', 'dark'] as const)(
  'follows a %s system until the reader chooses',
  async (colorScheme) => {
    const other = colorScheme === 'light' ? 'dark' : 'light';
    const page = await browser.borrow({
      colorScheme,
      viewport: { width: 1440, height: 900 },
    });
    await page.goto(address('websockets'));
    const html = page.locator('html');
    const background = () =>
      page.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      );
    expect(await html.getAttribute('data-theme')).toBe(colorScheme);
    const before = await background();

    // Code has the colours of the page from the first frame on.
    const shades = await shadesOfCode(page);
    expect(shades.background < shades.text).toBe(colorScheme === 'dark');
    await touch(page);
    await page.locator('html[data-has-hydrated=true]').waitFor();
    expect(await shadesOfCode(page)).toEqual(shades);

    const toggle = page.locator('.navbar button[class*=toggleButton]');
    await toggle.click();
    if ((await html.getAttribute('data-theme')) === colorScheme) {
      // The choices cycle: system, light, dark.
      await toggle.click();
    }
    expect(await html.getAttribute('data-theme')).toBe(other);
    expect(await background()).not.toBe(before);
    expect(await shadesOfCode(page)).not.toEqual(shades);

    await page.reload();
    expect(await html.getAttribute('data-theme')).toBe(other);
  },
);

/** Returns the brightness of the first code block: sums of red, green and blue. */
function shadesOfCode(
  page: Page,
): Promise<{ background: number; text: number }> {
  return page.evaluate(() => {
    const code = document.querySelector('.theme-code-block pre');
    if (!code) throw new Error('There is no code on this page.');
    const { backgroundColor, color } = getComputedStyle(code);
    const sum = (rgb: string) =>
      (rgb.match(/\d+/g) ?? [])
        .slice(0, 3)
        .reduce((total, part) => total + Number(part), 0);
    return { background: sum(backgroundColor), text: sum(color) };
  });
}
