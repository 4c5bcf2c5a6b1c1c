import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { stopTransitions, useBrowser } from './support/browser.ts';
import {
  changeHandler,
  client,
  frames,
  openIn,
} from './support/open-playground.ts';
import { address, english, locales } from './support/site.ts';

const browser = useBrowser();
const pages = ['websockets', 'server-sent-events', 'api-routes'];
const phone = { width: 390, height: 844 };
/** The words of each panel; English is the first of the locales. */
const inEnglish = new Map<string, string[]>();
const desktop = { width: 1440, height: 900 };
/** Where the compiled chat answers a ping, in a script or in JSON. */
const pong = /peer\.send\((\\?')pong\1\)/;

describe('a WebSocket handler', () => {
  it('gives two clients the frames that the tests recorded', async () => {
    const { panel } = await open('websockets');
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
    // Between two clients the order is that of the recorder, not of the wire.
    const recorded = recordedFrames('websocket-chat/evidence/chat.json');
    const shown = await shownFrames(panel);
    for (const name of ['Ada', 'Bob']) {
      const own = ({ client }: ShownFrame) => client === name;
      expect(shown.filter(own)).toEqual(recorded.filter(own));
    }
    expect(shown).toHaveLength(recorded.length);
  });

  it('stays silent at a wrong URL, and says why', async () => {
    const { panel } = await open('websockets');
    await frames(panel, 'Ada').nth(1).waitFor();
    const ada = client(panel, 'Ada');
    await ada.getByRole('button', { name: 'Drop the network' }).click();
    // Bob hears that she is gone; she herself sends and gets no more frame.
    await frames(panel, 'Bob').nth(1).waitFor();
    const before = await frames(panel, 'Ada').count();
    await panel.getByRole('textbox', { name: 'URL' }).fill('/ws/chat');
    await ada.getByRole('button', { name: 'Connect Ada' }).click();
    const hint = panel.getByRole('link', { name: 'Why a socket stays silent' });
    await hint.waitFor();
    expect(await hint.getAttribute('href')).toMatch(/\/symptoms#silent$/);
    await ada.getByRole('button', { name: 'ping' }).click();
    // Who is at the right URL is answered meanwhile.
    const bob = client(panel, 'Bob');
    await bob.getByRole('button', { name: 'ping' }).click();
    await frames(panel, 'Bob').nth(3).waitFor();
    expect(await frames(panel, 'Ada').count()).toBe(before + 1);
  });

  it('ends with its message when it never returns, and starts again', async () => {
    const page = await browser.open({ viewport: desktop });
    const changed = await changeHandler(page, (code) =>
      code.replace(pong, 'for (;;) ;'),
    );
    const panel = await openIn(page, 'websockets');
    await frames(panel, 'Ada').nth(1).waitFor();
    expect(changed()).toBe(1);
    await client(panel, 'Ada').getByRole('button', { name: 'ping' }).click();
    const alert = panel.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('a loop that never ends');
    await panel.getByRole('button', { name: 'Restart' }).click();
    await alert.waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Connect Bob' }).click();
    await client(panel, 'Bob')
      .getByText('connected', { exact: true })
      .waitFor();
  });

  it('works offline once it is open, and asks no other origin', async () => {
    const page = await browser.open({ viewport: desktop });
    const foreign: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address('')) && !url.startsWith('blob:null/')) {
        foreign.push(url);
      }
    });
    const panel = await openIn(page, 'websockets');
    await frames(panel, 'Ada').nth(1).waitFor();
    await page.context().setOffline(true);
    await panel.getByRole('button', { name: 'Restart' }).click();
    await panel.getByRole('button', { name: 'Add a client' }).click();
    await panel.getByRole('button', { name: 'Connect Cleo' }).click();
    await frames(panel, 'Cleo').first().waitFor();
    expect(foreign).toEqual([]);
  });

  it('is run by keys alone', async () => {
    const page = await browser.open({ viewport: desktop });
    await page.goto(address('websockets'), { waitUntil: 'networkidle' });
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
      // Of Ada.
      '×',
    ]);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('ping');
    await page.keyboard.press('Enter');
    await panel.getByText('pong').first().waitFor();
  });

  it('formats JSON when asked, clears, and copies what it shows', async () => {
    const { page, panel } = await open('websockets');
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write']);
    await frames(panel, 'Ada').nth(1).waitFor();
    await panel.getByRole('checkbox', { name: 'Format JSON' }).check();
    expect(await frames(panel, 'Ada').first().innerText()).toContain(
      '\n  "type": "welcome"',
    );
    await panel.getByRole('button', { name: 'Copy as text' }).click();
    await panel.getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')[1]).toMatch(
      /^\d\.\d\d s {2}Ada ← text 62 B \{"type":"welcome","id":"[\w-]{36}"\}$/,
    );
    await panel.getByRole('button', { name: 'Clear' }).click();
    expect(await frames(panel, 'Ada').count()).toBe(0);
  });
});

describe('a log', () => {
  it('waits while it is paused, counts what waits, and goes on', async () => {
    const { panel } = await open('websockets');
    await frames(panel, 'Ada').nth(1).waitFor();
    await panel.getByRole('button', { name: 'Pause' }).click();
    const shown = await panel.locator('.playground__frames li').count();
    const ping = client(panel, 'Bob').getByRole('button', { name: 'ping' });
    await ping.click();
    await panel.getByText('Lines that wait: 2').waitFor();
    await ping.click();
    await panel.getByText('Lines that wait: 4').waitFor();
    expect(await panel.locator('.playground__frames li').count()).toBe(shown);
    await panel.getByRole('button', { name: 'Go on' }).click();
    await panel
      .locator('.playground__frames li')
      .nth(shown + 3)
      .waitFor();
    expect(await panel.getByText('Lines that wait').count()).toBe(0);
    // Cleared while it is paused it is empty, and what comes then waits.
    await panel.getByRole('button', { name: 'Pause' }).click();
    await panel.getByRole('button', { name: 'Clear' }).click();
    await ping.click();
    await panel.getByText('Lines that wait: 2').waitFor();
    expect(await panel.locator('.playground__frames li').count()).toBe(0);
  });

  it('of a thousand frames stays in its box, says little, and follows the newest', async () => {
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
    const panel = await openIn(page, 'websockets');
    await frames(panel, 'Ada').nth(1).waitFor();
    expect(changed()).toBe(1);
    const height = await panel.evaluate((one) => one.clientHeight);
    const news = panel.locator('.playground__news');
    await news.evaluate((element) => {
      new MutationObserver(() => {
        const said = Number(element.getAttribute('data-said') ?? 0);
        element.setAttribute('data-said', String(said + 1));
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
      .getByText(/The last one: .*frame 1000$/)
      .waitFor({ state: 'attached' });
    expect(Number(await news.getAttribute('data-said'))).toBeLessThanOrEqual(3);
    expect(await panel.locator('.playground__frames li').count()).toBe(300);
    await panel
      .getByText(/^Older lines that are no longer shown: 7\d\d$/)
      .waitFor();
    // The box has its greatest height; the page grows by no more.
    const grown = await panel.evaluate((one) => one.clientHeight);
    expect(grown - height).toBeLessThan(300);
    expect(await isInBox(last)).toBe(true);
    // Who reads what was before is not torn away.
    const box = panel.locator('.playground__frames');
    await box.evaluate((element) => element.scrollTo(0, 0));
    await client(panel, 'Bob')
      .getByRole('button', { name: 'Hello', exact: true })
      .click();
    await panel.locator('li[data-client=Bob]', { hasText: 'error' }).waitFor();
    expect(await box.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  });
});

it('a client sends bytes, closes with a code, comes and goes in a column of its own', async () => {
  const { panel } = await open('websockets');
  await frames(panel, 'Ada').nth(1).waitFor();
  // Without a word for it nobody knows whose buttons these are.
  expect(
    await panel
      .getByText('What the tests send', { exact: true })
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
  await bob.getByText(/The browser cannot send this: .*1001/).waitFor();
  await bob.getByRole('textbox', { name: 'Close code' }).fill('4001');
  await bob.getByRole('button', { name: 'Close the connection' }).click();
  await frames(panel, 'Ada').filter({ hasText: '"code":4001' }).waitFor();
  await panel.getByRole('button', { name: 'Remove Cleo' }).click();
  await frames(panel, 'Ada').filter({ hasText: '"code":1006' }).waitFor();
  expect(await client(panel, 'Cleo').count()).toBe(0);
  // Who is gone keeps the column: the frames stay.
  expect(await left('Cleo')).toBe(third);
});

it('nothing moves for who wants less motion', async () => {
  const page = await browser.open({
    viewport: desktop,
    reducedMotion: 'reduce',
  });
  const panel = await openIn(page, 'websockets');
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

it('an event stream resumes with Last-Event-ID after it was cut', async () => {
  const { panel } = await open('server-sent-events');
  await panel.getByRole('button', { name: 'Connect', exact: true }).click();
  const ids = panel.locator('[data-field=id] samp');
  await ids.nth(1).waitFor();
  await panel.getByRole('button', { name: 'Cut the connection' }).click();
  const second = panel.locator('li', { hasText: 'Connection 2' });
  await second.waitFor();
  const resumed = /Last-Event-ID: (\w+-)(\d+)/.exec(await second.innerText());
  const [, run = '', last = ''] = resumed ?? [];
  expect(Number(last)).toBeGreaterThan(1);
  // The server went on meanwhile: nothing is missed, nothing comes twice.
  await ids.nth(Number(last) + 1).waitFor();
  const all = await ids.allTextContents();
  expect(all).toEqual(all.map((_, index) => `${run}${index + 1}`));
  const retry = panel.locator('[data-field=retry] samp').first();
  expect(await retry.textContent()).toBe('2000');
  await panel.getByRole('button', { name: 'Disconnect' }).click();
  await panel.getByText('The client has left.').waitFor();
});

it('an HTTP route answers as the tests recorded', async () => {
  const { panel } = await open('api-routes');
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
      const page = await browser.open({
        viewport: phone,
        colorScheme: 'light',
      });
      const panel = await openIn(page, prefix + path);
      await stopTransitions(page);
      await page.evaluate(axe.source);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-theme=dark]').waitFor();
      expect(await violations(page)).toEqual([]);
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
      const original = await words((await open(path)).panel);
      expect(own.filter((word) => original.includes(word))).toEqual([]);
    },
  );
});

it('without JavaScript there is no button, and what was recorded stands', async () => {
  const page = await browser.open({ javaScriptEnabled: false });
  const recorded = {
    websockets: 'table.frames:has-text("Good night")',
    'server-sent-events': 'table.frames:has-text("text/event-stream")',
    'api-routes': 'pre:has-text("404 Not Found")',
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
  const page = await browser.open({ viewport: desktop });
  return { page, panel: await openIn(page, path) };
}

/** All frames as the evidence writes them, with its names for ids. */
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

/** What the buttons, labels and notes of a panel say, but for code and names. */
async function words(panel: Locator): Promise<string[]> {
  const texts = await panel
    .locator('button:not(:has(code)), label, summary, li, .playground__about')
    .allInnerTexts();
  return texts
    .map((text) => text.trim())
    .filter((text) => /\p{L}{3}/u.test(text) && !/[{"]|^URL$|\d s/.test(text))
    .filter((text) => !['Body'].includes(text));
}

async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(() =>
    // Its source has made it a global of the page.
    (window as unknown as { axe: typeof axe }).axe.run('.playground'),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

/** Whether a line is in sight in its box. */
function isInBox(line: Locator): Promise<boolean> {
  return line.evaluate((element) => {
    const box = element.closest('.playground__frames')?.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    return box !== undefined && own.bottom <= box.bottom && own.top >= box.top;
  });
}
