import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import type Client from 'ws';
import { limits } from '../src/shared/room-limits';
import { launchBrowser } from './support/browser';
import { expectEvidence } from './support/evidence';
import { onBoth } from './support/on-both';
import { leaveAll, roomUrl, tryAll } from './support/visitor';

const modes = ['development', 'production'] as const;
// Measured values for `evidence/browser.json`.
const measured: Record<string, object> = {};
let browser: Browser;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
});
afterAll(() => browser.close());

it.each(modes)('two windows of the %s server share a room', async (mode) => {
  const server = inject(mode);
  const ada = await enterByForm(server, 'Ada');
  const bob = await openWindow(`${server}/rooms/garden?name=Bob`);
  await hasState(bob, 'Connected');
  await isHere(ada, 'Bob');
  await isHere(bob, 'Ada');
  await isHere(bob, 'Bob (you)');

  await say(ada, 'Hello, <i>Bob</i>');
  await sees(ada, 'Hello, <i>Bob</i>');
  await sees(bob, 'Hello, <i>Bob</i>');
  const response = await fetch(`${server}/api/rooms/garden/messages`, {
    method: 'POST',
    body: '{"text":"Closing at six"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(response.status).toBe(201);
  await sees(ada, /Server\s*Closing at six/);

  // Rendered on the server from its API.
  expect(await (await fetch(server)).text()).toContain('Ada, Bob');

  await bob.goto('about:blank');
  await members(ada).filter({ hasText: 'Bob' }).waitFor({ state: 'detached' });
  await bob.goto(`${server}/rooms/garden?name=Bob`);
  await sees(bob, 'Hello, <i>Bob</i>');
  expect(await bob.getByRole('log').getByRole('listitem').count()).toBe(2);
});

it('a page gets only a close code as the reason', async () => {
  measured['pageSees'] = await onBoth(async (server) => {
    const page = await openWindow(`${server}/rooms/seen?name=Eve`);
    await hasState(page, 'Connected');
    const inside: Client[] = [];
    const crowd = Array.from({ length: limits.membersPerRoom }, () => 'crowd');
    await tryAll(server, crowd, inside);
    const full = await seenBy(page, roomUrl('crowd'));
    const wrongName = await seenBy(page, roomUrl('No-Room'));
    // Without a server, the page has an opaque origin.
    const blank = await openWindow('about:blank');
    const socketUrl = server.replace('http', 'ws') + roomUrl('seen');
    const otherOrigin = await seenBy(blank, socketUrl);
    const many = Array.from(
      { length: limits.rooms },
      (_, index) => `many-${index}`,
    );
    await tryAll(server, many, inside);
    const tooManyRooms = await seenBy(page, roomUrl('one-more'));

    await page.goto(`${server}/rooms/crowd?name=Eve`);
    await hasState(page, 'This room is full.');
    await leaveAll(inside);
    return { full, wrongName, otherOrigin, tooManyRooms };
  });
  await expectEvidence('browser', { kind: 'facts', ...measured });
});

/** Returns the events of a socket in a page. */
function seenBy(page: Page, url: string): Promise<object> {
  return page.evaluate((path) => {
    const events: string[] = [];
    return new Promise<object>((resolve) => {
      const socket = new WebSocket(path);
      for (const type of ['open', 'error']) {
        socket.addEventListener(type, () => events.push(type));
      }
      socket.addEventListener('close', ({ code, reason }) => {
        resolve({ events: events.join(' '), code, reason });
      });
    });
  }, url);
}

async function enterByForm(server: string, name: string): Promise<Page> {
  const page = await openWindow(server);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Room', { exact: true }).fill('garden');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.waitForURL('**/rooms/garden?name=Ada');
  await hasState(page, 'Connected');
  return page;
}

async function openWindow(url: string): Promise<Page> {
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

function members(page: Page) {
  return page.getByRole('list', { name: 'Here now' }).getByRole('listitem');
}

async function isHere(page: Page, name: string): Promise<void> {
  await members(page).filter({ hasText: name }).waitFor();
}

/** Waits for a line of the conversation. */
async function sees(page: Page, text: string | RegExp): Promise<void> {
  const line = page.getByRole('log').getByRole('listitem');
  await line.filter({ hasText: text }).first().waitFor();
}

async function hasState(page: Page, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).waitFor();
}
