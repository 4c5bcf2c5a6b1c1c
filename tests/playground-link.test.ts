import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { caretBefore, edit, openPanel } from './support/edited-page.ts';
import { address } from './support/site.ts';

const browser = useBrowser();
const chat = 'websocket-chat/src/server/routes/api/ws/chat.ts';
const arrived = 'This code came with the link.';
/** Prints as soon as it is run, whoever asks for what. */
const loud = `console.log('I run');\nexport default {};\n`;

it('a link carries edited code, which runs when the reader says so', async () => {
  const page = await browser.open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const panel = await openPanel(page, 'de/websockets');
  const { area } = await edit(panel);
  await caretBefore(area, "'pong'");
  await page.keyboard.type("'Grüße 👋' ?? ");
  const text = await area.inputValue();
  await panel.getByRole('button', { name: 'Link zu diesem Code' }).click();
  await panel.getByText('Der Link ist kopiert.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/de\/websockets#edit=[\w-]+$/);
  expect(link.length).toBeLessThan(2_500);

  const other = await browser.open();
  const started = await watchStarts(other);
  await other.goto(link);
  const came = other.locator('.playground-edit__text');
  await came.waitFor();
  expect(await came.inputValue()).toBe(text);
  const notice = other.locator('.playground-edit__notice');
  expect(await notice.innerText()).toContain('Dieser Code kam mit dem Link.');
  expect(await notice.evaluate((one) => one.matches(':focus'))).toBe(true);
  expect(await other.locator('iframe').count()).toBe(0);
  await notice.getByRole('button', { name: 'Code ausführen' }).click();
  await notice.waitFor({ state: 'detached' });
  const frames = other.locator('li:has([data-from=server])');
  await frames.first().waitFor();
  expect(started()).toHaveLength(1);
  expect(started()[0]).toContain('Grüße 👋');
});

it('code that comes with a link never runs by itself', async () => {
  const page = await browser.open();
  const started = await watchStarts(page);
  await page.goto(address(`websockets${fragment({ [chat]: loud })}`));
  const area = page.locator('.playground-edit__text');
  await page.getByText(arrived).waitFor();
  expect(await area.inputValue()).toBe(loud);
  // No server at all has been started, nor can clients connect.
  const panel = page.locator('.playground');
  const connect = panel.getByRole('button', { name: 'Connect Ada' });
  expect(await connect.isDisabled()).toBe(true);
  expect(started()).toEqual([]);

  // Put away, the guide's own code is there, and that alone runs.
  await page.getByRole('button', { name: 'Put it away' }).click();
  await panel.getByRole('button', { name: 'Run the code' }).click();
  await panel.locator('li[data-client=Ada]').first().waitFor();
  expect(started().filter((files) => files.includes('I run'))).toEqual([]);

  // Another link, while a server runs: the same, and the server goes on.
  const again = `${loud}// again\n`;
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    fragment({ [chat]: again }),
  );
  await page.getByText(arrived).waitFor();
  expect(await area.inputValue()).toBe(again);
  await panel.getByRole('button', { name: 'Add a client' }).click();
  await panel.getByRole('button', { name: 'Connect Cleo' }).click();
  await panel.locator('li[data-client=Cleo]').first().waitFor();
  expect(started()).toHaveLength(1);

  // In a playground that is open and not edited, too.
  await panel.getByRole('button', { name: 'Stop editing' }).click();
  await area.waitFor({ state: 'detached' });
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    fragment({ [chat]: loud }),
  );
  await page.getByText(arrived).waitFor();
  await page.getByRole('button', { name: 'Add a client' }).click();
  expect(started().filter((files) => files.includes('I run'))).toEqual([]);

  // The reader's click does it.
  await page
    .locator('.playground-edit__notice')
    .getByRole('button', { name: 'Run the code' })
    .click();
  await expect
    .poll(() => started().filter((files) => files.includes('I run')).length)
    .toBe(1);
});

it('a link that is no link of this guide is refused in plain words', async () => {
  const page = await browser.open();
  const started = await watchStarts(page);
  const bomb = fragment({ [chat]: 'a'.repeat(11_000_000) });
  const refused: [string, string][] = [
    [`#edit=${'A'.repeat(1_000_000)}`, 'longer than 16000 characters'],
    [bomb, 'its code is longer than 64000 characters'],
    [fragment({ [chat]: 'a\u202eb' }), 'characters that nobody sees'],
    [
      fragment({ 'websocket-chat/src/app/app.ts': loud }),
      '“websocket-chat/src/app/app.ts” is no file of this playground',
    ],
    [fragment({ [chat]: loud, constructor: loud }), '“constructor” is no file'],
    ['#edit=e30', 'holds no code, or was damaged'],
    [
      `#edit=${coded(`{"${chat}":"a","__proto__":"b"}`)}`,
      '“__proto__” is no file',
    ],
  ];
  const says = (message: string) =>
    page.getByRole('alert').filter({ hasText: message }).waitFor();
  await page.goto(address('websockets#edit=%'));
  await says('holds no code, or was damaged');
  for (const [hash, message] of refused) {
    await page.evaluate((next) => {
      location.hash = next;
    }, hash);
    await says(message);
    expect(await page.getByText(arrived).count()).toBe(0);
  }
  const area = page.locator('.playground-edit__text');
  expect(await area.inputValue()).toContain('defineWebSocketHandler');
  expect(started()).toEqual([]);
});

it('a link reaches the playground that it names, among several', async () => {
  const page = await browser.open();
  const post = 'api-routes/src/server/routes/api/notes/index.post.ts';
  await page.goto(address(`api-routes${fragment({ [post]: '// mine\n' })}`));
  const panel = page.locator('.playground');
  await panel.waitFor();
  expect(await panel.getAttribute('data-playground')).toBe(post);
  const area = page.locator('.playground-edit__text:visible');
  expect(await area.inputValue()).toBe('// mine\n');
});

/** The files of each server that is started, as the frame gets them. */
async function watchStarts(page: Page): Promise<() => string[]> {
  const started: string[] = [];
  await page.context().exposeBinding('starts', (_source, files: string) => {
    started.push(files);
  });
  await page.addInitScript(() => {
    if (window === window.top) return;
    addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'object' || data === null) return;
      const { starts } = window as unknown as {
        starts: (files: string) => void;
      };
      starts(JSON.stringify(Reflect.get(data, 'start')));
    });
  });
  return () => started;
}

function fragment(texts: Readonly<Record<string, string>>): string {
  return `#edit=${coded(JSON.stringify(texts))}`;
}

function coded(json: string): string {
  return deflateRawSync(json, { level: 9 }).toString('base64url');
}
