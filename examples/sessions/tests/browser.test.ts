import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { expectEvidence } from './support/evidence';
import { launchBrowser } from './support/browser';
import {
  isAskedToSignIn,
  isConnected,
  openPage,
  seenBy,
  sees,
  signInByForm,
  write,
} from './support/pages';
import { cookieName, cookieUrl } from './support/session-cookie';
import { byCookie, byTicket } from './support/window';

const modes = ['development', 'production'] as const;
// Measured values for `evidence/browser.json`.
const measured: Record<string, Record<string, object>> = {};
let browser: Browser;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
});
afterAll(async () => {
  await browser.close();
});

it.each(modes)('a visitor of the %s server', async (mode) => {
  const app = inject(mode).replace('127.0.0.1', 'localhost');
  const context = await newContext();
  const page = await openPage(context, app);
  await page.getByLabel('Name').fill('ada');
  await page.getByLabel('Password').fill('guessed');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await isAskedToSignIn(page, 'Wrong name or password.');
  measured['withoutSession'] = {
    ...measured['withoutSession'],
    [mode]: {
      socket: await seenBy(page, byCookie),
      ticket: await seenBy(page, byTicket),
      request: await page.evaluate(async () => {
        const { status } = await fetch('/api/session');
        return { status };
      }),
    },
  };

  await signInByForm(page, 'ada');
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await write(page, 'Written by the cookie');
  const second = await openPage(context, `${app}/?by=ticket`);
  await isConnected(second);
  await write(second, 'Written by a ticket');
  await sees(page, 'Written by a ticket');
  // Both show the same page with different links.
  await second.getByRole('link', { name: 'By the cookie' }).click();
  await isConnected(second);
  await sees(second, 'Written by a ticket');

  await second.getByRole('button', { name: 'Sign out' }).click();
  await second.getByRole('button', { name: 'Sign in' }).waitFor();
  await isAskedToSignIn(page, 'Signed out.');
  expect((await context.cookies()).map(({ name }) => name)).not.toContain(
    cookieName,
  );
});

it.each(modes)('a session of the %s server that expires', async (mode) => {
  const server = inject(mode);
  const context = await newContext();
  // On a slow machine, a short session expires before the page loads.
  for (let left = 4; ; left *= 2) {
    await openPage(context, await cookieUrl(server, 'lax', left));
    const page = await openPage(
      context,
      server.replace('127.0.0.1', 'localhost'),
    );
    const form = page.getByRole('button', { name: 'Sign in' });
    const there = page.getByText('Signed in as ada');
    await form.or(there).first().waitFor();
    if (await there.isVisible()) {
      await isAskedToSignIn(page, 'The session has expired.');
      return;
    }
    expect(left, 'no page in so many seconds').toBeLessThan(100);
  }
});

it('matches the evidence', async () => {
  await expectEvidence('browser', { kind: 'facts', ...measured });
});

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext();
  contexts.push(context);
  return context;
}
