import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';
import { touch } from './support/touch.ts';

const browser = useBrowser();

it.each(['light', 'dark'] as const)(
  'follows a %s system until the reader chooses',
  async (colorScheme) => {
    const other = colorScheme === 'light' ? 'dark' : 'light';
    const page = await browser.open({
      colorScheme,
      viewport: { width: 1440, height: 900 },
    });
    await page.goto(address('introduction'));
    const html = page.locator('html');
    const background = () =>
      page.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      );
    expect(await html.getAttribute('data-theme')).toBe(colorScheme);
    const before = await background();

    await touch(page);
    const toggle = page.locator('.navbar button[class*=toggleButton]');
    await toggle.click();
    if ((await html.getAttribute('data-theme')) === colorScheme) {
      // The choices follow each other: system, light, dark.
      await toggle.click();
    }
    expect(await html.getAttribute('data-theme')).toBe(other);
    expect(await background()).not.toBe(before);

    await page.reload();
    expect(await html.getAttribute('data-theme')).toBe(other);
  },
);
