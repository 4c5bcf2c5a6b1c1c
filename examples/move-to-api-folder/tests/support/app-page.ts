import type { Browser, Page } from 'playwright-core';

/** The app's page in a browser. */
export class AppPage {
  /** Errors in the browser's console, and uncaught ones. */
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  /**
   * @param server origin, for example `http://127.0.0.1:3000`
   */
  static async open(browser: Browser, server: string): Promise<AppPage> {
    const app = new AppPage(await browser.newPage());
    await app.page.goto(server);
    return app;
  }

  /** Waits until one of the page's three states has a value. */
  async shows(
    id: 'chat-state' | 'feed-state' | 'note-state',
    text: string,
  ): Promise<void> {
    await this.page.locator(`#${id}`, { hasText: text }).waitFor();
  }

  /** Sends a chat message and waits for its echo. */
  async say(text: string): Promise<void> {
    await this.page.getByLabel('Message', { exact: true }).fill(text);
    await this.page.getByRole('button', { name: 'Send' }).click();
    await this.hears(text);
  }

  /** Waits for a line of the chat. */
  async hears(text: string): Promise<void> {
    await this.page.locator('#lines li', { hasText: text }).first().waitFor();
  }

  /** Adds a note and waits until it is listed. */
  async note(text: string): Promise<void> {
    await this.page.getByLabel('Note', { exact: true }).fill(text);
    await this.page.getByRole('button', { name: 'Add' }).click();
    await this.page
      .locator('#note-list li', { hasText: text })
      .first()
      .waitFor();
  }

  /** Returns the latest tick. */
  async tick(): Promise<number> {
    return Number(await this.page.locator('#tick').textContent());
  }

  /** Uses the chat, the stream and the notes once. */
  async useAll(): Promise<void> {
    await this.shows('chat-state', 'Connected');
    await this.say('Hello');
    await this.shows('feed-state', 'Live');
    await this.note('Milk');
  }

  /** Closes the tab. */
  close(): Promise<void> {
    return this.page.close();
  }
}
