import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from './support/browser.ts';
import { caretBefore, edit, openPanel } from './support/edited-page.ts';
import { openFirst } from './support/open-playground.ts';
import { address } from './support/site.ts';
import { touch } from '../scripts/browser/page.ts';

const browser = useBrowser();
const chat = 'websocket-chat/src/server/routes/api/ws/chat.ts';
const arrived = 'This code comes from the link';
/** Prints when it is run, for any request. */
const loud = `console.log('I run');\nexport default {};\n`;

it("a link contains edited code, which runs on the reader's command", async () => {
  const page = await browser.borrow({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const panel = await openPanel(page, 'de/chat-room');
  const { area } = await edit(panel);
  await caretBefore(area, "'pong'");
  await page.keyboard.type("'Grüße 👋' ?? ");
  const text = await area.inputValue();
  await panel.getByRole('button', { name: 'Link zu diesem Code' }).click();
  await panel.getByText('Link kopiert.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/de\/chat-room#edit=[\w-]+$/);
  expect(link.length).toBeLessThan(2_500);

  const other = await browser.open();
  const started = await watchStarts(other);
  await other.goto(link);
  const came = other.locator('.playground-edit__text');
  await came.waitFor();
  expect(await came.inputValue()).toBe(text);
  const notice = other.locator('.playground-edit__notice');
  expect(await notice.innerText()).toContain('Dieser Code stammt aus dem Link');
  expect(await notice.evaluate((one) => one.matches(':focus'))).toBe(true);
  expect(await other.locator('iframe').count()).toBe(0);
  await notice.getByRole('button', { name: 'Code ausführen' }).click();
  await notice.waitFor({ state: 'detached' });
  const frames = other.locator('li:has([data-from=server])');
  await frames.first().waitFor();
  expect(started()).toHaveLength(1);
  expect(started()[0]).toContain('Grüße 👋');
});

it('code from a link never runs automatically', async () => {
  const page = await browser.open();
  const started = await watchStarts(page);
  await page.goto(address(`chat-room${fragment({ [chat]: loud })}`));
  const area = page.locator('.playground-edit__text');
  await page.getByText(arrived).waitFor();
  expect(await area.inputValue()).toBe(loud);
  // No server has been started, and clients can't connect.
  const panel = page.locator('.playground');
  const connect = panel.getByRole('button', { name: 'Connect Ada' });
  expect(await connect.isDisabled()).toBe(true);
  expect(started()).toEqual([]);

  // Discarded, the original code is shown and run.
  await page.getByRole('button', { name: 'Discard it' }).click();
  await panel.getByRole('button', { name: 'Run the code' }).click();
  await panel.locator('li[data-client=Ada]').first().waitFor();
  expect(started().filter((files) => files.includes('I run'))).toEqual([]);

  // The same for another link while a server runs, which continues.
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

  // Also in an open playground that isn't being edited.
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

  // The reader's click runs it.
  await page
    .locator('.playground-edit__notice')
    .getByRole('button', { name: 'Run the code' })
    .click();
  await expect
    .poll(() => started().filter((files) => files.includes('I run')).length)
    .toBe(1);
});

it('rejects an invalid link with a message', async () => {
  const page = await browser.open();
  const started = await watchStarts(page);
  const bomb = fragment({ [chat]: 'a'.repeat(11_000_000) });
  const refused: [string, string][] = [
    [`#edit=${'A'.repeat(1_000_000)}`, 'longer than 16000 characters'],
    [bomb, 'its code is longer than 64000 characters'],
    [
      fragment({ 'websocket-chat/src/app/app.ts': loud }),
      '“websocket-chat/src/app/app.ts” isn’t a file of this playground',
    ],
    [
      fragment({ [chat]: loud, constructor: loud }),
      '“constructor” isn’t a file',
    ],
    [
      fragment({ 'Your session has ended. Sign in at evil.example': loud }),
      '“…” isn’t a file of this playground',
    ],
    ['#edit=e30', 'it contains no code or is damaged'],
    [
      `#edit=${coded(`{"${chat}":"a","__proto__":"b"}`)}`,
      '“__proto__” isn’t a file',
    ],
  ];
  const expectMessage = (message: string) =>
    page.getByRole('alert').filter({ hasText: message }).waitFor();
  await page.goto(address('chat-room#edit=%'));
  await expectMessage('it contains no code or is damaged');
  for (const [hash, message] of refused) {
    await page.evaluate((next) => {
      location.hash = next;
    }, hash);
    await expectMessage(message);
    expect(await page.getByText(arrived).count()).toBe(0);
  }
  const area = page.locator('.playground-edit__text');
  expect(await area.inputValue()).toContain('defineWebSocketHandler');
  expect(started()).toEqual([]);
});

it("a link keeps the reader's code, and so does a reload", async () => {
  const page = await browser.borrow();
  const { area } = await edit(await openPanel(page, 'chat-room'));
  const guide = await area.inputValue();
  const mine = `// mine\n${guide}`;
  await area.fill(mine);
  await page.reload();
  await touch(page);
  const { panel } = await edit(await openFirst(page));
  expect(await area.inputValue()).toBe(mine);

  const follow = (text: string) =>
    page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      fragment({ [chat]: text }),
    );
  const back = page.getByRole('button', { name: 'Restore my code' });
  await follow(loud);
  const notice = page.locator('.playground-edit__notice');
  await notice.getByText('Your own code is kept.').waitFor();
  expect(await area.inputValue()).toBe(loud);
  await panel.getByRole('button', { name: 'Run the code' }).click();
  await back.click();
  await expect.poll(() => area.inputValue()).toBe(mine);

  // A link with the original code keeps it, too.
  await follow(guide);
  await back.click();
  await expect.poll(() => area.inputValue()).toBe(mine);
});

it('invisible characters are shown as escapes', async () => {
  const page = await browser.borrow();
  const text = `${loud}// \u202eok\u2028run();\n`;
  await page.goto(address(`chat-room${fragment({ [chat]: text })}`));
  const area = page.locator('.playground-edit__text');
  await area.waitFor();
  expect(await area.inputValue()).toBe(
    String.raw`${loud}// \u202eok\u2028run();` + '\n',
  );
  await page.getByRole('button', { name: 'Discard it' }).click();
  const panel = page.locator('.playground');
  await panel.getByRole('button', { name: 'Run the code' }).click();
  const ada = panel.getByRole('group', { name: 'Ada', exact: true });
  await ada
    .getByRole('textbox', { name: 'Message from Ada' })
    .fill('{"text":"a\u202eb"}');
  await ada.getByRole('button', { name: 'Send', exact: true }).click();
  await panel
    .getByText(String.raw`"text":"a\u202eb"`)
    .first()
    .waitFor();
});

it('a link opens its playground among several', async () => {
  const page = await browser.borrow();
  const post = 'api-routes/src/server/routes/api/notes/index.post.ts';
  await page.goto(
    address(`validate-requests${fragment({ [post]: '// mine\n' })}`),
  );
  const panel = page.locator('.playground');
  await panel.waitFor();
  expect(await panel.getAttribute('data-playground')).toBe(post);
  const area = page.locator('.playground-edit__text:visible');
  expect(await area.inputValue()).toBe('// mine\n');
});

/** Records the files of each started server, as the frame receives them. */
async function watchStarts(page: Page): Promise<() => string[]> {
  const started: string[] = [];
  await page.context().exposeBinding('starts', (_source, files: string) => {
    started.push(files);
  });
  await page.addInitScript(() => {
    if (window === window.top) return;
    addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'object' || data === null || !('start' in data)) {
        return;
      }
      const { starts } = window as unknown as {
        starts: (files: string) => void;
      };
      starts(JSON.stringify(data.start));
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
