import type { Page } from 'playwright-core';

/** What the console of a page says, without what differs between runs. */
export function consoleOf(page: Page): () => string[] {
  const texts: string[] = [];
  page.on('console', (message) => {
    const text = message.text().replace(/(?<=127\.0\.0\.1:)\d+/, '<port>');
    texts.push(text.replace(/(?<=token=)[\w-]+/, '<token>'));
  });
  return () => texts;
}

/** What a console says of frames that the browser could not read. */
export function frameErrors(texts: readonly string[]): string[] {
  return texts.filter((text) => text.includes('Invalid frame header'));
}
