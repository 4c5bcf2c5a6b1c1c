import type { Page } from 'playwright-core';

/** Blocks in hidden tabs are excluded. */
const blocks = '.theme-code-block:has(pre):visible';

/** The copy button of a block. */
export const copyButton = 'button:has([class*=copyButtonIcons])';

/**
 * Clicks the copy button of each block. Pages share a clipboard, so the copied text is intercepted.
 *
 * @returns the shown and the copied text of each block
 */
export async function copiesOf(
  page: Page,
): Promise<{ shown: string; copied: string | undefined }[]> {
  return page.locator(blocks).evaluateAll(
    (found, button) =>
      found.map((block) => {
        const lines = [...block.querySelectorAll('.token-line')].map((line) =>
          line.textContent.replace(/\n$/, ''),
        );
        let copied: string | undefined;
        navigator.clipboard.writeText = (text) => {
          copied = text;
          return Promise.resolve();
        };
        block.querySelector<HTMLButtonElement>(button)?.click();
        return { shown: lines.join('\n'), copied };
      }),
    copyButton,
  );
}
