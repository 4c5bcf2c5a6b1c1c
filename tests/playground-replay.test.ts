import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { builtFiles } from './support/built-page.ts';
import {
  changeHandler,
  extendLimits,
  openFirst,
  openHandler,
} from './support/open-playground.ts';
import { address } from './support/site.ts';
import { touch } from '../scripts/browser/page.ts';

const browser = useBrowser();
const desktop = { viewport: { width: 1440, height: 900 } };

describe('a recording of the tests', () => {
  const pages = builtFiles(/^(?!de\/|zh\/|404)[\w-]+\.html$/)
    .filter(({ text }) => text.includes('playground-closed'))
    .map(({ file }) => file.replace(/\.html$/, ''));

  it('is on pages', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['chat-room', 'server-sent-events', 'api-routes']),
    );
  });

  it.each(pages)('/%s: matches in the page, to the last line', async (path) => {
    const page = await browser.borrow(desktop);
    await page.goto(address(path === 'index' ? '' : path));
    await extendLimits(page);
    const closed = page.locator('.playground-closed button');
    const panels = page.locator('.playground');
    // Opened ones aren't closed, so the first closed one is the next.
    for (let opened = 0; (await closed.count()) > 0; opened += 1) {
      await closed.first().click();
      const panel = panels.nth(opened);
      await panel.waitFor();
      for (const button of await recordings(panel).all()) {
        await button.click();
        const name = `${path}, playground ${opened + 1}`;
        expect(await verdict(panel), name).toBe('agrees');
      }
    }
  });
});

it('a socket: shows each recorded frame next to the live one', async () => {
  const page = await browser.borrow(desktop);
  await page.goto(address('chat-room'));
  await extendLimits(page);
  const panel = await openFirst(page);
  await recordings(panel).filter({ hasText: 'chat' }).click();
  expect(await verdict(panel)).toBe('agrees');
  const { frames } = JSON.parse(
    readFileSync('examples/websocket-chat/evidence/chat.json', 'utf8'),
  ) as { frames: { payload?: string; code?: number }[] };
  const [recorded, live] = await columns(panel);
  expect(recorded).toHaveLength(frames.length);
  frames.forEach(({ payload, code }, index) => {
    expect(recorded?.[index]).toContain(payload ?? String(code));
  });
  // Live frames have ids instead of names.
  expect(live?.[0]).toMatch(/"id":"[\da-f-]{36}"/);
  expect(live?.join()).not.toContain('<peer-');
  expect(await status(panel)).toContain(`All ${frames.length} lines`);
  // A message that exceeds a plugin's limit isn't replayed, and the page explains this.
  await recordings(panel).filter({ hasText: 'errors' }).click();
  await panel.getByText('Not replayed: 3 more lines.').waitFor();
});

describe('another handler', () => {
  const tooLate = 'No data for five seconds.';
  it.each([
    {
      name: 'answers otherwise',
      change: /peer\.send\((\\?')pong\1\)/,
      to: 'peer.send($1gnop$1)',
      line: 8,
      live: 'text gnop',
    },
    {
      name: 'answers nobody',
      change: /peer\.send\((\\?')pong\1\)/,
      to: '0',
      line: 8,
      live: tooLate,
    },
    {
      name: 'sends more than was recorded',
      change: /peer\.send\((\\?')pong\1\)/,
      to: '(peer.send($1pong$1), setTimeout(() => peer.send($1pong$1)))',
      line: 11,
      live: 'text pong',
    },
    {
      name: 'has one id for all',
      change: /id: peer\.id/g,
      to: 'id: 1',
      line: 1,
      live: 'text {"type":"welcome","id":1}',
    },
  ])('that $name differs in line $line', async ({ change, to, line, live }) => {
    const { page, panel } = await openChanged('chat-room', change, to);
    if (live !== tooLate) await extendLimits(page);
    await recordings(panel).filter({ hasText: 'chat' }).click();
    expect(await verdict(panel)).toBe('differs');
    expect(await status(panel)).toBe(
      `The first difference is in line ${line}.`,
    );
    const rows = panel.locator('.playground__replay tbody tr');
    expect(await rows.count()).toBe(line);
    const last = rows.last();
    expect(await last.getAttribute('data-agrees')).toBe('false');
    expect(await last.locator('td').last().innerText()).toContain(live);
    // The difference is scrolled into view.
    expect(await isInside(last)).toBe(true);
  });

  it('that never returns is stopped, and so is the replay', async () => {
    const { panel } = await openChanged(
      'chat-room',
      /peer\.send\((\\?')pong\1\)/,
      'for (;;) ;',
    );
    await recordings(panel).filter({ hasText: 'chat' }).click();
    expect(await verdict(panel)).toBe('stopped');
  });

  it('of a stream differs in an event', async () => {
    const { panel } = await openChanged(
      'server-sent-events',
      /const retry = 2000/,
      'const retry = 3000',
    );
    await recordings(panel).click();
    expect(await verdict(panel)).toBe('differs');
    expect(await status(panel)).toContain('in line 3.');
  });

  it('of a request differs in the response', async () => {
    const { panel } = await openChanged(
      'api-routes',
      /There is no note/,
      'There was no note',
      'api-routes/src/server/routes/api/notes/[id].get.ts',
    );
    await recordings(panel).first().click();
    expect(await verdict(panel)).toBe('differs');
    const live = panel.locator('tr[data-agrees=false] td').last();
    expect(await live.innerText()).toContain('There was no note');
  });
});

async function openChanged(
  path: string,
  from: RegExp,
  to: string,
  handler?: string,
): Promise<{ page: Page; panel: Locator }> {
  const page = await browser.open(desktop);
  await page.goto(address(path));
  await touch(page);
  // Not earlier, since every script of the page passes through the test.
  const changed = await changeHandler(page, (code) => code.replace(from, to));
  const panel = await (handler === undefined
    ? openFirst(page)
    : openHandler(page, handler));
  await expect.poll(changed).toBe(1);
  return { page, panel };
}

function recordings(panel: Locator): Locator {
  return panel.getByRole('button', { name: /^Play / });
}

/** Returns the result of the latest replay. */
async function verdict(panel: Locator): Promise<string | null> {
  const line = panel.locator('[data-verdict]:not([data-verdict=running])');
  await line.waitFor();
  return line.getAttribute('data-verdict');
}

async function status(panel: Locator): Promise<string> {
  return panel.locator('[data-verdict]').innerText();
}

/** Returns the recorded and the live lines. */
async function columns(panel: Locator): Promise<string[][]> {
  return Promise.all(
    [2, 3].map((column) =>
      panel
        .locator(`.playground__replay tbody tr :nth-child(${column}) samp`)
        .allInnerTexts(),
    ),
  );
}

/** Whether an element is completely visible in its scroll box. */
async function isInside(row: Locator): Promise<boolean> {
  return row.evaluate((element) => {
    const box = element.closest('.playground__pairs')?.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    return (
      box !== undefined &&
      own.top >= box.top - 1 &&
      own.bottom <= box.bottom + 1
    );
  });
}
