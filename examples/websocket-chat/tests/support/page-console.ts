import type { Page } from 'playwright-core';

/** Returns the console output of a page, without values that differ between runs. */
export function consoleOf(page: Page): () => string[] {
  const texts: string[] = [];
  page.on('console', (message) => {
    const text = message.text().replace(/(?<=127\.0\.0\.1:)\d+/, '<port>');
    texts.push(text.replace(/(?<=token=)[\w-]+/, '<token>'));
  });
  return () => texts;
}

/** Returns console messages about invalid frames. */
export function frameErrors(texts: readonly string[]): string[] {
  return texts.filter((text) => text.includes('Invalid frame header'));
}
