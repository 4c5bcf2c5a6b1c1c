import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { stopTransitions, useBrowser } from './support/browser.ts';
import { address, english, locales } from './support/site.ts';

const browser = useBrowser();
const pages = ['websockets', 'server-sent-events', 'api-routes'];
const phone = { width: 390, height: 844 };
/** The words of each panel; English is the first of the locales. */
const inEnglish = new Map<string, string[]>();
const desktop = { width: 1440, height: 900 };

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
    let changed = 0;
    await page.route('**/*.js', async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      const looping = text.replace(/peer\.send\((\\?')pong\1\)/, 'for (;;) ;');
      // The handler alone; the page shows its code as well.
      const isHandler = looping !== text && text.includes('_h3');
      if (isHandler) changed += 1;
      await route.fulfill({ response, body: isHandler ? looping : text });
    });
    const panel = await openIn(page, 'websockets');
    await frames(panel, 'Ada').nth(1).waitFor();
    expect(changed).toBe(1);
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
    await page.getByRole('button', { name: 'Run in the page' }).focus();
    await page.keyboard.press('Enter');
    const panel = page.locator('.playground');
    await frames(panel, 'Ada').nth(1).waitFor();
    const focused = page.locator(':focus');
    expect(await focused.textContent()).toContain('Runs in this page');
    for (const name of ['Restart', 'Close the playground']) {
      await page.keyboard.press('Tab');
      expect(
        await panel.getByRole('button', { name }).evaluate(isFocused),
      ).toBe(true);
    }
    // The URL, then of Ada: the network, her removal, the message.
    for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
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

it('without JavaScript there is no button, and the recorded frames stand', async () => {
  const page = await browser.open({ javaScriptEnabled: false });
  await page.goto(address('websockets'));
  expect(
    await page.getByRole('button', { name: 'Run in the page' }).isVisible(),
  ).toBe(false);
  expect(await page.locator('table.frames').first().isVisible()).toBe(true);
});

/** Opens the playground of a page. */
async function open(path: string): Promise<{ page: Page; panel: Locator }> {
  const page = await browser.open({ viewport: desktop });
  return { page, panel: await openIn(page, path) };
}

async function openIn(page: Page, path: string): Promise<Locator> {
  await page.goto(address(path), { waitUntil: 'networkidle' });
  await page.locator('.playground-closed button').click();
  const panel = page.locator('.playground');
  await panel.waitFor();
  return panel;
}

function client(panel: Locator, name: string): Locator {
  return panel.getByRole('group', { name, exact: true });
}

/** The frames of a client, without what is no frame. */
function frames(panel: Locator, name: string): Locator {
  return panel.locator(
    `li[data-client=${name}]:has([data-from=client], [data-from=server])`,
  );
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
