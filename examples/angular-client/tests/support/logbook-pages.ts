import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The app's pages by client type. */
const paths = {
  socket: '/',
  stream: '/stream',
  resource: '/resource',
  rxjs: '/rxjs',
} as const;

/** A page, by how it reads the book. */
export type Reading = keyof typeof paths;

export const readings: readonly Reading[] = [
  'socket',
  'stream',
  'resource',
  'rxjs',
];

/** The pages of the app, side by side in one browser. */
export class LogbookPages {
  readonly errors: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly pages: ReadonlyMap<Reading, Page>,
  ) {}

  /** Opens pages; resolves when each of them has what is in the book. */
  static async open(
    browser: Browser,
    server: string,
    wanted = readings,
  ): Promise<LogbookPages> {
    const context = await browser.newContext();
    const pages = new Map<Reading, Page>();
    const all = new LogbookPages(context, pages);
    for (const reading of wanted) {
      const page = await context.newPage();
      page.on('pageerror', (error) => all.errors.push(String(error)));
      pages.set(reading, page);
      await page.goto(server + paths[reading]);
      await all.status(reading, /Connected|resolved/);
    }
    return all;
  }

  page(reading: Reading): Page {
    const page = this.pages.get(reading);
    if (!page) throw new Error(`No page "${reading}" is open.`);
    return page;
  }

  /** Waits until a page shows this state of its connection. */
  async status(reading: Reading, text: string | RegExp): Promise<void> {
    const status = this.page(reading).getByRole('status');
    await status.filter({ hasText: text }).waitFor();
  }

  /** Writes a note on the page with the socket. */
  async write(text: string): Promise<void> {
    const field = this.page('socket').getByLabel('Note', { exact: true });
    await field.fill(text);
    await field.press('Enter');
  }

  /** Waits until a page shows a text in the book. */
  async shows(reading: Reading, text: string): Promise<void> {
    const entries = this.page(reading).getByRole('log').getByRole('listitem');
    await entries.getByText(text, { exact: true }).first().waitFor();
  }

  /** Waits until all pages do. */
  async allShow(text: string): Promise<void> {
    for (const reading of this.pages.keys()) await this.shows(reading, text);
  }

  /** The entries that a page shows, from top to bottom. */
  async entries(reading: Reading): Promise<string[]> {
    const entries = this.page(reading).getByRole('log').getByRole('listitem');
    return (await entries.allTextContents()).map((text) => text.trim());
  }

  /** Asserts that all pages show the same, each text once, and returns it. */
  async agreed(): Promise<string[]> {
    const [first = [], ...others] = await Promise.all(
      [...this.pages.keys()].map((reading) => this.entries(reading)),
    );
    for (const other of others) expect(other).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
    return first;
  }

  /** Notes that the page with the socket hasn't received back. */
  async unsent(): Promise<string[]> {
    const list = this.page('socket').getByRole('list', {
      name: 'Not sent yet',
    });
    return list.getByRole('listitem').allTextContents();
  }
}
