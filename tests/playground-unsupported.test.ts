import { expect, it } from 'vitest';
import type { UnsupportedName } from '../src/playground/protocol.ts';
import { handler } from './playground/hostile.ts';
import { usePlaygroundPage } from './playground/served-page.ts';
import { useBrowser } from './support/browser.ts';
import { edit, openPanel } from './support/edited-page.ts';

const browser = useBrowser();
const served = usePlaygroundPage();

async function answerOf(body: string) {
  const page = await browser.open();
  await page.goto(served().url);
  return page.evaluate(
    async (options) => {
      const server = await window.testPage.startServer(options);
      const names: string[] = [];
      server.onUnsupported((name) => names.push(name));
      const answer = await server.fetch('/api/handler', {
        method: 'POST',
        body: 'body',
      });
      const text = await answer.text();
      server.stop();
      return { names, status: answer.status, text };
    },
    {
      files: [handler('handler', body)],
      runtime: served().runtime.code,
    },
  );
}

const used: readonly (readonly [string, UnsupportedName, number])[] = [
  [`return { port: process.env.PORT ?? 3000 };`, 'env', 200],
  [`return process.cwd();`, 'process', 500],
  [`return crypto.subtle.digest('SHA-1', new Uint8Array());`, 'subtle', 500],
  [`return fetch('https://example.com');`, 'network', 500],
  [`return $fetch('/api/other');`, 'nitroFetch', 500],
  [`return event.$fetch('/api/other');`, 'nitroFetch', 500],
  [`return event.fetch('/api/other');`, 'nitroFetch', 500],
  [`return require('node:fs');`, 'import', 500],
  [`return import.meta.url;`, 'importMeta', 500],
];

it.each(used)('%s is reported as “%s”', async (body, name, status) => {
  const answer = await answerOf(body);
  expect(answer).toMatchObject({ names: [name], status });
});

it.each([
  `setInterval(() => {}, 1000).unref(); return 'ok';`,
  `clearImmediate(setImmediate(() => { throw new Error('ran'); })); return 'ok';`,
  `event.waitUntil(Promise.resolve()); return 'ok';`,
  `let body = ''; for await (const chunk of event.node.req) body += chunk; return body === 'body' ? 'ok' : body;`,
  `return typeof process.uptime() === 'number' ? 'ok' : '';`,
])('%s works as in production', async (body) => {
  expect(await answerOf(body)).toEqual({ names: [], status: 200, text: 'ok' });
});

it('shows the sentence next to the answer, in the language of the page', async () => {
  const page = await browser.open({ viewport: { width: 1440, height: 900 } });
  const panel = await openPanel(page, 'de/api-routes');
  const { area } = await edit(panel);
  await area.fill(
    [
      `import { defineEventHandler } from 'h3';`,
      `export default defineEventHandler(() => ({ port: process.env.PORT ?? 3000 }));`,
    ].join('\n'),
  );
  await panel.getByRole('button', { name: 'Code ausführen' }).click();
  await panel.getByText('Der Server führt diesen Code aus.').waitFor();
  await panel.getByRole('button', { name: 'Anfrage senden' }).click();
  const answer = panel.locator('.playground__frames li').last();
  await answer.getByText('"port": 3000').waitFor();
  await answer.getByText('process.env ist auf dieser Seite leer.').waitFor();
});
