import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { knownDifferences } from './playground/differences.ts';
import { usePlaygroundPage } from './playground/served-page.ts';
import { useBrowser } from './support/browser.ts';
import { address } from './support/site.ts';

const browser = useBrowser();
const served = usePlaygroundPage();

it('an open playground lists each known difference of the scenarios', async () => {
  const page = await browser.open();
  await page.goto(address('chat-room'));
  await page.locator('.playground-closed button').first().click();
  const differs = page.locator('.playground__differences');
  await differs.locator('summary').click();
  await differs.locator('li').first().waitFor();
  const shown = await differs.locator('li').allTextContents();
  expect(knownDifferences.length).toBeGreaterThan(0);
  for (const { reason } of knownDifferences) expect(shown).toContain(reason);
});

it('a flood of frames and lines leaves the panel usable', async () => {
  const flood = 20_000;
  const page = await browser.open({ viewport: { width: 1440, height: 900 } });
  let changed = 0;
  await page.route('**/*.js', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const body = text.replace(
      /peer\.send\((\\?')pong\1\)/,
      `for (let n = 1; n <= ${flood}; n += 1) { console.log(n); peer.send($1x$1 + n); }`,
    );
    // Only the handler; the page contains its code, too.
    const isHandler = body !== text && text.includes('_h3');
    if (isHandler) changed += 1;
    await route.fulfill({ response, body: isHandler ? body : text });
  });
  await page.goto(address('chat-room'));
  await page.locator('.playground-closed button').first().click();
  const panel = page.locator('.playground');
  await frames(panel).nth(1).waitFor();
  expect(changed).toBe(1);
  await panel
    .getByRole('group', { name: 'Ada', exact: true })
    .getByRole('button', { name: 'ping' })
    .click();
  await frames(panel)
    .getByText(/^x\d+$/)
    .first()
    .waitFor();
  // Meanwhile, the page responds to the reader.
  const bob = panel.getByRole('group', { name: 'Bob', exact: true });
  await bob.getByRole('textbox', { name: 'Message from Bob' }).fill('Me too');
  await panel.getByRole('checkbox', { name: 'Format JSON' }).check();
  expect(await panel.locator('li').count()).toBeLessThan(2_000);
  const last = frames(panel).getByText(`x${flood}`, { exact: true });
  await last.waitFor();
  expect(await panel.locator('li').count()).toBeLessThan(2_000);
  await panel.getByRole('button', { name: 'Clear' }).first().click();
  await last.waitFor({ state: 'detached' });
  await bob.getByRole('button', { name: '{"text":"Hello, Ada"}' }).click();
  await frames(panel).getByText('Hello, Ada').first().waitFor();
});

it("the sandbox's document runs nothing without a sandbox", async () => {
  const page = await browser.open();
  await page.goto(served().url);
  const answers = await page.evaluate(async (url) => {
    const messages: string[] = [];
    const frameOf = (sandbox?: string) => {
      const frame = document.createElement('iframe');
      if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
      frame.src = url;
      return frame;
    };
    const bare = frameOf();
    const boxed = frameOf('allow-scripts');
    const loaded = new Promise((resolve) => (bare.onload = resolve));
    const opened = new Promise<void>((resolve) => {
      addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
        const name = source === boxed.contentWindow ? 'boxed' : 'bare';
        messages.push(`${name}: ${String(data)}`);
        if (name === 'boxed') resolve();
      });
    });
    document.body.append(bare);
    await loaded;
    bare.contentWindow?.postMessage({ runtime: 'nonsense(', start: {} }, '*');
    document.body.append(boxed);
    await opened;
    return messages;
  }, served().sandboxUrl);
  expect(answers).toEqual(['boxed: open']);
});

function frames(panel: Locator): Locator {
  return panel.locator('[data-client=Ada] [data-part=payload]');
}
