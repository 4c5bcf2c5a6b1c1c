import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { compile } from '../src/playground/compile.ts';
import { hostBundle } from './playground/bundles.ts';
import { compileExample } from './playground/compile-example.ts';
import { handler } from './playground/hostile.ts';
import { usePlaygroundPage } from './playground/served-page.ts';
import { useBrowser } from './support/browser.ts';

const browser = useBrowser();
const served = usePlaygroundPage();
let page: Page;

beforeAll(async () => {
  page = await browser.open({}, () => undefined);
  await page.goto(served().url);
});

it('is small enough for an open panel below 45 kB: worker and page together', async () => {
  const host = await hostBundle();
  const { runtime } = served();
  console.log(
    `gzip: ${runtime.gzipBytes} in the worker, ${host.gzipBytes} in the page`,
  );
  expect(runtime.gzipBytes + host.gzipBytes).toBeLessThan(41_000);
});

it('runs the unchanged chat of the guide', async () => {
  const options = optionsOf(compileExample('examples/websocket-chat'));
  const texts = await page.evaluate(async (given) => {
    const server = await window.testPage.startServer(given);
    const ada = server.connect('/api/ws/chat');
    await new Promise((resolve) => (ada.onmessage = resolve));
    const bob = server.connect('/api/ws/chat');
    const received = new Promise<string>((resolve) => {
      bob.onmessage = ({ data }: MessageEvent<unknown>) => {
        const text = String(data);
        if (text.includes('"message"')) resolve(text);
      };
    });
    await new Promise((resolve) => (bob.onopen = resolve));
    ada.send('{"text":"Hello"}');
    const text = await received;
    server.stop();
    return text;
  }, options);
  expect(JSON.parse(texts)).toMatchObject({ type: 'message', text: 'Hello' });
});

it('runs the stream of the guide, which resumes after a lost connection', async () => {
  const options = optionsOf(compileExample('examples/server-sent-events'));
  const ids = await page.evaluate(async (given) => {
    const server = await window.testPage.startServer(given);
    const source = window.testPage.openEventSource(server, '/api/sse');
    const seen: string[] = [];
    await new Promise<void>((resolve) => {
      source.addEventListener('message', ({ lastEventId }) => {
        seen.push(lastEventId);
        if (seen.length === 2) server.dropConnections();
        if (seen.length === 4) resolve();
      });
    });
    source.close();
    server.stop();
    return seen;
  }, options);
  const [first = ''] = ids;
  const run = first.replace(/1$/, '');
  expect(ids).toEqual([1, 2, 3, 4].map((count) => `${run}${count}`));
});

it('prints the source line of an error to the console', async () => {
  const path = 'src/server/routes/api/broken.ts';
  const source = [
    "import { defineEventHandler, type H3Event } from 'h3';",
    'interface Seat { row: number }',
    'export default defineEventHandler((event: H3Event) => {',
    "  console.warn('asked', { path: event.path });",
    '  const seat: Seat | undefined = undefined;',
    '  return (seat as unknown as Seat).row;',
    '});',
  ].join('\n');
  const lines = await page.evaluate(
    async (given) => {
      const server = await window.testPage.startServer(given);
      const printed: { level: string; text: string }[] = [];
      server.onConsole(({ level, text }) => printed.push({ level, text }));
      await server.fetch('/api/broken?a=1');
      server.stop();
      return printed;
    },
    optionsOf([compile(path, source)]),
  );
  expect(lines[0]).toEqual({
    level: 'warn',
    text: "asked { path: '/api/broken?a=1' }",
  });
  expect(lines[1]).toMatchObject({
    level: 'error',
    text: expect.stringContaining(`${path}:6:`) as string,
  });
});

it("doesn't respond once it is stopped", async () => {
  const options = optionsOf([
    handler('wait', 'await new Promise(() => {});'),
    handler('ping', `return 'pong';`),
  ]);
  const outcome = await page.evaluate(async (given) => {
    const server = await window.testPage.startServer(given);
    const waiting = server.fetch('/api/wait').catch(String);
    await server.fetch('/api/ping');
    const crashes: string[] = [];
    server.onCrash((reason) => crashes.push(reason));
    server.stop();
    const socket = server.connect('/api/ping');
    const closed = new Promise<number>((resolve) => {
      socket.onclose = ({ code }) => {
        resolve(code);
      };
    });
    return {
      waiting: await waiting,
      after: await server.fetch('/api/ping').catch(String),
      closed: await closed,
      crashes,
      frames: document.querySelectorAll('iframe').length,
    };
  }, options);
  expect(outcome).toEqual({
    waiting: 'TypeError: network error',
    after: 'TypeError: Failed to fetch',
    closed: 1006,
    crashes: [],
    frames: 0,
  });
});

function optionsOf(files: ReturnType<typeof compileExample>) {
  return { files, runtime: served().runtime.code };
}
