import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './support/axe.ts';
import { stopTransitions, useBrowser } from './support/browser.ts';
import {
  changeHandler,
  client,
  frames,
  openHandler,
  openIn,
} from './support/open-playground.ts';
import { address, english, locales } from './support/site.ts';

const browser = useBrowser();
const pages = ['chat-room', 'server-sent-events', 'api-routes'];
const phone = { width: 390, height: 844 };
/** Texts of each English panel, which are tested first. */
const inEnglish = new Map<string, string[]>();
const desktop = { width: 1440, height: 900 };
/** The response to a ping in the compiled chat, in a script or in JSON. */
const pong = /peer\.send\((\\?')pong\1\)/;

describe('a WebSocket handler', () => {
  it('sends two clients the recorded frames', async () => {
    const { panel } = await open('chat-room');
    await frames(panel, 'Ada').nth(1).waitFor();
    await client(panel, 'Bob')
      .getByRole('button', { name: '{"text":"Hello, Ada"}' })
      .click();
    await frames(panel, 'Ada').nth(2).waitFor();
    const ada = client(panel, 'Ada');
    await ada.getByRole('textbox', { name: 'Message from Ada' }).fill('ping');
    await ada.getByRole('button', { name: 'Send' }).click();
    await frames(panel, 'Ada').nth(4).waitFor();
    const bob = client(panel, 'Bob');
    await bob.getByRole('textbox', { name: 'Reason' }).fill('Good night');
    await bob.getByRole('button', { name: 'Close the connection' }).click();
    await frames(panel, 'Ada').nth(5).waitFor();
    // Between two clients, the order is the recorder's, not the network's.
    const recorded = recordedFrames('websocket-chat/evidence/chat.json');
    const shown = await shownFrames(panel);
    for (const name of ['Ada', 'Bob']) {
      const own = ({ client }: ShownFrame) => client === name;
      expect(shown.filter(own)).toEqual(recorded.filter(own));
    }
    expect(shown).toHaveLength(recorded.length);
  });

  it('stays silent at a wrong URL, and explains why', async () => {
    const { panel } = await open('chat-room');
    await frames(panel, 'Ada').nth(1).waitFor();
    const ada = client(panel, 'Ada');
    await ada.getByRole('button', { name: 'Drop the connection' }).click();
    // Bob is notified; the removed client receives no more frames.
    await frames(panel, 'Bob').nth(1).waitFor();
    const before = await frames(panel, 'Ada').count();
    await panel.getByRole('textbox', { name: 'URL' }).fill('/ws/chat');
    await ada.getByRole('button', { name: 'Connect Ada' }).click();
    const hint = panel.getByRole('link', { name: 'Why a socket stays silent' });
    await hint.waitFor();
    expect(await hint.getAttribute('href')).toMatch(
      /\/troubleshooting#silent$/,
    );
    await ada.getByRole('button', { name: 'ping' }).click();
    // A client at the right URL still gets responses.
    const bob = client(panel, 'Bob');
    await bob.getByRole('button', { name: 'ping' }).click();
    await frames(panel, 'Bob').nth(3).waitFor();
    expect(await frames(panel, 'Ada').count()).toBe(before + 1);
  });

  it('ends with a message if it never returns, and restarts', async () => {
    const page = await browser.open({ viewport: desktop });
    const changed = await changeHandler(page, (code) =>
      code.replace(pong, 'for (;;) ;'),
    );
    const panel = await openIn(page, 'chat-room');
    await frames(panel, 'Ada').nth(1).waitFor();
    expect(changed()).toBe(1);
    await client(panel, 'Ada').getByRole('button', { name: 'ping' }).click();
    const alert = panel.getByRole('alert');
    // The message is fetched after the crash.
    await alert.filter({ hasText: 'Look for an endless loop' }).waitFor();
    await panel.getByRole('button', { name: 'Restart' }).click();
    await alert.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Connect Bob' }).click();
    await client(panel, 'Bob')
      .getByText('connected', { exact: true })
      .waitFor();
  });

  it('works offline once it is open, and contacts no other origin', async () => {
    const page = await browser.borrow({ viewport: desktop });
    const foreign: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address('')) && !url.startsWith('blob:null/')) {
        foreign.push(url);
      }
    });
    const panel = await openIn(page, 'chat-room');
    await frames(panel, 'Ada').nth(1).waitFor();
    await page.context().setOffline(true);
    await panel.getByRole('button', { name: 'Restart' }).click();
    await panel.getByRole('button', { name: 'Add a client' }).click();
    await panel.getByRole('button', { name: 'Connect Cleo' }).click();
    await frames(panel, 'Cleo').first().waitFor();
    expect(foreign).toEqual([]);
  });

  it('is used with the keyboard only', async () => {
    const page = await browser.borrow({ viewport: desktop });
    await page.goto(address('chat-room'));
    await page.getByRole('button', { name: 'Run in the page' }).first().focus();
    await page.keyboard.press('Enter');
    const panel = page.locator('.playground').first();
    await frames(panel, 'Ada').nth(1).waitFor();
    const focused = page.locator(':focus');
    expect(await focused.textContent()).toContain('Runs in this page');
    const visited: (string | null)[] = [];
    const message = panel.getByRole('textbox', { name: 'Message from Ada' });
    while (!(await message.evaluate(isFocused))) {
      await page.keyboard.press('Tab');
      visited.push(await focused.textContent());
      expect(visited.length).toBeLessThan(15);
    }
    const order = ['Restart', '×', 'In this page', 'Your own server'];
    expect(visited.filter((name) => order.includes(name ?? ''))).toEqual([
      ...order,
      // Ada's button.
      '×',
    ]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('ping');
    await page.keyboard.press('Enter');
    await panel.getByText('pong').first().waitFor();
  });

  it('formats JSON on request, clears, and copies the log', async () => {
    const { page, panel } = await open('chat-room');
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write']);
    await frames(panel, 'Ada').nth(1).waitFor();
    await panel.getByRole('checkbox', { name: 'Format JSON' }).check();
    await expect
      .poll(() => frames(panel, 'Ada').first().innerText())
      .toContain('\n  "type": "welcome"');
    await panel.getByRole('button', { name: 'Copy as text' }).click();
    await panel.getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    // Bob may connect before Ada gets her welcome.
    expect(copied).toMatch(
      /^\d\.\d\d s {2}Ada ← text 62 B \{"type":"welcome","id":"[\w-]{36}"\}$/m,
    );
    await panel.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => frames(panel, 'Ada').count()).toBe(0);
  });
});

describe('a log', () => {
  it('holds lines back while paused, counts them, and continues', async () => {
    const { panel } = await open('chat-room');
    await frames(panel, 'Ada').nth(1).waitFor();
    await panel.getByRole('button', { name: 'Pause' }).click();
    const shown = await panel.locator('.playground__frames li').count();
    const ping = client(panel, 'Bob').getByRole('button', { name: 'ping' });
    await ping.click();
    await panel.getByText('Lines received while paused: 2').waitFor();
    await ping.click();
    await panel.getByText('Lines received while paused: 4').waitFor();
    expect(await panel.locator('.playground__frames li').count()).toBe(shown);
    await panel.getByRole('button', { name: 'Resume' }).click();
    await panel
      .locator('.playground__frames li')
      .nth(shown + 3)
      .waitFor();
    expect(await panel.getByText('Lines received while paused').count()).toBe(
      0,
    );
    // Cleared while paused, it is empty and holds new lines back.
    await panel.getByRole('button', { name: 'Pause' }).click();
    await panel.getByRole('button', { name: 'Clear' }).click();
    await ping.click();
    await panel.getByText('Lines received while paused: 2').waitFor();
    expect(await panel.locator('.playground__frames li').count()).toBe(0);
  });

  it('of a thousand frames has a limited height and few announcements, and follows the newest line', async () => {
    const page = await browser.open({ viewport: desktop });
    const changed = await changeHandler(page, (code) =>
      code.replace(
        pong,
        "for (let n = 1; n <= 1000; n += 1) peer.send('frame ' + n)".replaceAll(
          "'",
          '$1',
        ),
      ),
    );
    const panel = await openIn(page, 'chat-room');
    await frames(panel, 'Ada').nth(1).waitFor();
    expect(changed()).toBe(1);
    const height = await panel.evaluate((one) => one.clientHeight);
    const news = panel.locator('.playground__live-region');
    await news.evaluate((element) => {
      new MutationObserver(() => {
        const announced = Number(element.getAttribute('data-announced') ?? 0);
        element.setAttribute('data-announced', String(announced + 1));
      }).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await client(panel, 'Ada').getByRole('button', { name: 'ping' }).click();
    const last = panel.locator('li', { hasText: /frame 1000$/ });
    await last.waitFor();
    await news
      .getByText(/Last line: .*frame 1000$/)
      .waitFor({ state: 'attached' });
    expect(
      Number(await news.getAttribute('data-announced')),
    ).toBeLessThanOrEqual(3);
    expect(await panel.locator('.playground__frames li').count()).toBe(300);
    await panel.getByText(/^Older lines not shown: 7\d\d$/).waitFor();
    // The box has its maximum height; the page grows by no more.
    const grown = await panel.evaluate((one) => one.clientHeight);
    expect(grown - height).toBeLessThan(300);
    expect(await isInBox(last)).toBe(true);
    // A reader who has scrolled up stays there.
    const box = panel.locator('.playground__frames');
    await box.evaluate((element) => element.scrollTo(0, 0));
    await client(panel, 'Bob')
      .getByRole('button', { name: 'Hello', exact: true })
      .click();
    await panel.locator('li[data-client=Bob]', { hasText: 'error' }).waitFor();
    expect(await box.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  });
});

it('a client sends bytes, closes with a code, is added and removed, in its own column', async () => {
  const { panel } = await open('chat-room');
  await frames(panel, 'Ada').nth(1).waitFor();
  // Screen readers need a name for the group of buttons.
  expect(
    await panel
      .getByText('Messages and requests from the tests', { exact: true })
      .first()
      .isVisible(),
  ).toBe(true);
  const bob = client(panel, 'Bob');
  await bob
    .getByRole('textbox', { name: 'Message from Bob' })
    .fill('{"text":"Grüße"}');
  await bob.getByRole('checkbox', { name: 'as binary' }).check();
  await bob.getByRole('button', { name: 'Send' }).click();
  const sent = panel.locator('li[data-client=Bob]:has([data-from=client])');
  expect(await sent.locator('[data-part=opcode]').innerText()).toBe('binary');
  expect(await sent.locator('[data-part=payload]').innerText()).toMatch(
    /^7b 22 74 65 78 74 22 3a 22 47 72 c3 bc c3 9f 65/,
  );
  await frames(panel, 'Ada').filter({ hasText: 'Grüße' }).waitFor();
  await panel.getByRole('button', { name: 'Add a client' }).click();
  await panel.getByRole('button', { name: 'Connect Cleo' }).click();
  await frames(panel, 'Cleo').first().waitFor();
  const left = async (name: string) =>
    frames(panel, name)
      .first()
      .locator('.playground__frame')
      .evaluate((frame) => frame.getBoundingClientRect().left);
  const [ada, second, third] = [
    await left('Ada'),
    await left('Bob'),
    await left('Cleo'),
  ];
  expect(ada).toBeLessThan(second);
  expect(second).toBeLessThan(third);
  await bob.getByRole('textbox', { name: 'Close code' }).fill('1001');
  await bob.getByRole('button', { name: 'Close the connection' }).click();
  await bob.getByText(/The browser can’t send this: .*1001/).waitFor();
  await bob.getByRole('textbox', { name: 'Close code' }).fill('4001');
  await bob.getByRole('button', { name: 'Close the connection' }).click();
  await frames(panel, 'Ada').filter({ hasText: '"code":4001' }).waitFor();
  await panel.getByRole('button', { name: 'Remove Cleo' }).click();
  await frames(panel, 'Ada').filter({ hasText: '"code":1006' }).waitFor();
  expect(await client(panel, 'Cleo').count()).toBe(0);
  // A removed client keeps its column, since its frames stay.
  expect(await left('Cleo')).toBe(third);
});

it('has no animations with reduced motion', async () => {
  const page = await browser.open({
    viewport: desktop,
    reducedMotion: 'reduce',
  });
  const panel = await openIn(page, 'chat-room');
  await frames(panel, 'Ada').nth(1).waitFor();
  const moving = await page
    .locator('.playground, .playground *, .playground-closed *')
    .evaluateAll((elements) =>
      elements
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } =
            getComputedStyle(element);
          return (
            transitionDuration
              .split(', ')
              .some((time) => parseFloat(time) > 0.001) ||
            animationName !== 'none' ||
            scrollBehavior === 'smooth'
          );
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
  expect(moving).toEqual([]);
});

it('an event stream resumes with Last-Event-ID after a lost connection', async () => {
  const { panel } = await open('server-sent-events');
  await panel.getByRole('button', { name: 'Connect', exact: true }).click();
  const ids = panel.locator('[data-field=id] samp');
  await ids.nth(1).waitFor();
  await panel.getByRole('button', { name: 'Drop the connection' }).click();
  const second = panel.locator('li', { hasText: 'Connection 2' });
  await second.waitFor();
  const resumed = /Last-Event-ID: (\w+-)(\d+)/.exec(await second.innerText());
  const [, run = '', last = ''] = resumed ?? [];
  expect(Number(last)).toBeGreaterThan(1);
  // The server has continued: no event is missing or repeated.
  await ids.nth(Number(last) + 1).waitFor();
  const all = await ids.allTextContents();
  expect(all).toEqual(all.map((_, index) => `${run}${index + 1}`));
  const retry = panel.locator('[data-field=retry] samp').first();
  expect(await retry.textContent()).toBe('2000');
  await panel.getByRole('button', { name: 'Disconnect' }).click();
  // The live region repeats the last line a moment later.
  await panel.getByText('Disconnected.', { exact: true }).waitFor();
});

it('an HTTP route responds as recorded', async () => {
  const page = await browser.borrow({ viewport: desktop });
  await page.goto(address('api-routes'));
  const panel = await openHandler(
    page,
    'api-routes/src/server/routes/api/notes/[id].get.ts',
  );
  await panel.getByRole('button', { name: 'GET /api/notes/0' }).click();
  const answer = await panel.locator('pre.playground__frame').textContent();
  const { missing } = evidence(
    'api-routes/evidence/http.json',
    'exchanges',
  ) as {
    missing: { response: { status: number; statusText: string; body: string } };
  };
  const { status, statusText, body } = missing.response;
  expect(answer).toContain(`\n${status} ${statusText}\n`);
  expect(answer?.endsWith(`\n\n${body}`)).toBe(true);
});

describe.each(locales)('in $name', ({ name, prefix }) => {
  it.each(pages)(
    '/%s: accessible in both themes, and fits on a phone',
    async (path) => {
      const page = await browser.borrow({ viewport: phone });
      const panel = await openIn(page, prefix + path);
      await stopTransitions(page);
      expect(await violations(page, ['.playground'])).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-theme=dark]').waitFor();
      expect(await violations(page, ['.playground'])).toEqual([]);
      expect(
        await page.evaluate(
          () =>
            document.documentElement.scrollWidth -
            document.documentElement.clientWidth,
        ),
      ).toBe(0);
      const own = await words(panel);
      expect(own.length).toBeGreaterThan(4);
      if (name === english.name) {
        inEnglish.set(path, own);
        return;
      }
      const original =
        inEnglish.get(path) ?? (await words((await open(path)).panel));
      expect(own.filter((word) => original.includes(word))).toEqual([]);
    },
  );
});

it('without JavaScript, there is no button, and recordings are visible', async () => {
  const page = await browser.open({ javaScriptEnabled: false });
  const recorded = {
    'chat-room': 'table.frames:has-text("Good night")',
    'server-sent-events': 'table.frames:has-text("text/event-stream")',
    'rest-api': 'pre:has-text("412 Precondition Failed")',
  };
  for (const [path, what] of Object.entries(recorded)) {
    await page.goto(address(path));
    const button = page.getByRole('button', { name: 'Run in the page' });
    expect(await button.first().isVisible(), path).toBe(false);
    expect(await page.locator(what).first().isVisible(), path).toBe(true);
  }
});

/** Opens the playground of a page. */
async function open(path: string): Promise<{ page: Page; panel: Locator }> {
  const page = await browser.borrow({ viewport: desktop });
  return { page, panel: await openIn(page, path) };
}

/** Returns all frames in the format of evidence, with names instead of ids. */
async function shownFrames(panel: Locator): Promise<ShownFrame[]> {
  const rows = await panel
    .locator('li:has([data-from=client], [data-from=server])')
    .evaluateAll((items) =>
      items.map((item) => ({
        client: item.getAttribute('data-client'),
        from: item.querySelector('[data-from]')?.getAttribute('data-from'),
        opcode: item.querySelector('[data-part=opcode]')?.textContent,
        payload: item.querySelector('[data-part=payload]')?.textContent ?? '',
      })),
    );
  const ids: string[] = [];
  return rows.map(({ payload, ...row }) => {
    if (row.opcode === 'close') {
      const [code, ...reason] = payload.split(' ');
      return { ...row, code: Number(code), reason: reason.join(' ') };
    }
    const named = payload.replaceAll(
      /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g,
      (id) => {
        if (!ids.includes(id)) ids.push(id);
        return `<peer-${ids.indexOf(id) + 1}>`;
      },
    );
    return { ...row, payload: named };
  });
}

interface ShownFrame {
  readonly client: string | null;
}

function recordedFrames(file: string): ShownFrame[] {
  return evidence(file, 'frames') as ShownFrame[];
}

function evidence(file: string, key: string): unknown {
  const record: unknown = JSON.parse(readFileSync(`examples/${file}`, 'utf8'));
  const value: unknown =
    typeof record === 'object' && record !== null
      ? Reflect.get(record, key)
      : undefined;
  if (value === undefined) throw new Error(`examples/${file}:1: no "${key}".`);
  return value;
}

/** Returns the texts of buttons, labels and notes of a panel, without code and names. */
async function words(panel: Locator): Promise<string[]> {
  const texts = await panel
    .locator('button:not(:has(code)), label, summary, li, .playground__about')
    .allInnerTexts();
  return texts
    .map((text) => text.trim())
    .filter((text) => /\p{L}{3}/u.test(text) && !/[{"]|^URL$|\d s/.test(text))
    .filter((text) => !['Body'].includes(text));
}

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

/** Whether a line is visible in its box. */
function isInBox(line: Locator): Promise<boolean> {
  return line.evaluate((element) => {
    const box = element.closest('.playground__frames')?.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    return box !== undefined && own.bottom <= box.bottom && own.top >= box.top;
  });
}
