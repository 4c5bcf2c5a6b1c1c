import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { CompiledFile } from '../src/playground/protocol.ts';
import { attempts, handler } from './playground/hostile.ts';
import { usePlaygroundPage } from './playground/served-page.ts';
import { useBrowser } from './support/browser.ts';

/**
 * Milliseconds for which a page may do nothing. A loop in the page itself would hold it for longer than two seconds, until
 * the heartbeat ends it; on a machine that does much besides, half a second is nothing.
 */
const usable = 1_500;
const browser = useBrowser();
const served = usePlaygroundPage();

async function openPage(): Promise<Page> {
  const page = await browser.open();
  await page.goto(served().url);
  return page;
}

function optionsOf(files: readonly CompiledFile[]) {
  return { files, runtime: served().runtime.code };
}

const ping = handler('ping', `return 'pong';`);

describe('what handlers try', () => {
  it('gets nothing out, by any of the ways that a worker has', async () => {
    const page = await openPage();
    const target = `http://${served().host}/leak/`;
    const files = Object.entries(attempts).map(([name, body]) =>
      handler(
        name,
        `try { ${body} } catch (error) { return { blocked: String(error) }; }`,
        `${target}${name}`,
      ),
    );
    const outcomes = await page.evaluate(
      async ([names, options]) => {
        const server = await window.testPage.startServer(options);
        const found: Record<string, string> = {};
        for (const name of names) {
          found[name] = await (await server.fetch(`/api/${name}`)).text();
        }
        server.stop();
        return found;
      },
      [Object.keys(attempts), optionsOf(files)] as const,
    );
    for (const [name, outcome] of Object.entries(outcomes)) {
      expect(outcome, name).toMatch(/^\{"blocked":/);
    }
    expect(served().foreign).toEqual([]);
    expect(page.url()).toBe(served().url);
    expect(await page.title()).toBe('Playground');
    expect(await page.context().cookies()).toEqual([]);
  });

  it('counts what does get out: the same page outside of the sandbox', async () => {
    const page = await openPage();
    const before = served().foreign.length;
    await page.evaluate((url) => fetch(url), `http://${served().host}/counted`);
    expect(served().foreign.slice(before)).toEqual(['GET /counted']);
  });

  it('ends a server that posts to the page past the runtime', async () => {
    const page = await openPage();
    const thief = handler(
      'thief',
      `const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
      const stolen = new Promise((resolve) => {
        Object.defineProperty(MessageEvent.prototype, 'data', {
          configurable: true,
          get() { if (this.target) resolve(this.target); return data.get.call(this); },
        });
      });
      const port = await stolen;
      for (;;) port.postMessage({ type: 'batch', records: [] });`,
    );
    const result = await page.evaluate(
      async (options) => {
        const server = await window.testPage.startServer(options);
        const crashed = new Promise<string>((resolve) => {
          server.onCrash(({ reason }) => {
            resolve(reason);
          });
        });
        const lost = server.fetch('/api/thief').then(
          () => 'answered',
          (error: unknown) => String(error),
        );
        // Any later message of the page gives the thief the port.
        void server.fetch('/api/ping').catch(() => undefined);
        return [
          await crashed,
          await lost,
          await window.testPage.longestGap(500),
        ];
      },
      optionsOf([thief, ping]),
    );
    expect(result.slice(0, 2)).toEqual(['flood', 'TypeError: network error']);
    expect(result[2]).toBeLessThan(usable);
  });
});

describe('an endless loop', () => {
  const spin = 'for (;;);';
  const loops = {
    'in a handler': [handler('loop', spin)],
    'at the top level': [
      {
        path: 'src/server/routes/api/loop.ts',
        code: spin,
      },
    ],
    'in microtasks': [handler('loop', 'for (;;) await Promise.resolve();')],
    'in a timer': [
      handler(
        'loop',
        `setTimeout(() => { ${spin} }); await new Promise(() => {});`,
      ),
    ],
  };

  it.each(Object.entries(loops))(
    '%s is ended, and the next server runs',
    async (_where, files) => {
      const page = await openPage();
      const [loop, next] = [optionsOf(files), optionsOf([ping])];
      const result = await page.evaluate(
        async ([loop, next]) => {
          const server = await window.testPage.startServer(loop);
          const socket = server.connect('/api/none');
          const closed = new Promise<number>((resolve) => {
            socket.onclose = ({ code }) => {
              resolve(code);
            };
          });
          await new Promise((resolve) => (socket.onopen = resolve));
          const crashed = new Promise<string>((resolve) => {
            server.onCrash(({ message }) => {
              resolve(message);
            });
          });
          const gap = window.testPage.longestGap(1_000);
          const lost = server.fetch('/api/loop').then(
            () => 'answered',
            (error: unknown) => String(error),
          );
          const message = await crashed;
          const again = await window.testPage.startServer(next);
          const answer = await (await again.fetch('/api/ping')).text();
          again.stop();
          return {
            message,
            answer,
            lost: await lost,
            closed: await closed,
            gap: await gap,
          };
        },
        [loop, next] as const,
      );
      expect(result).toMatchObject({
        message: expect.stringContaining('loop that never ends') as string,
        answer: 'pong',
        lost: 'TypeError: network error',
        closed: 1006,
      });
      expect(result.gap).toBeLessThan(usable);
    },
  );
});

describe('very much at once', () => {
  it('keeps the page usable while a server prints a million lines', async () => {
    const page = await openPage();
    const chatter = handler(
      'chatter',
      `for (let line = 0; line < 1_000_000; line += 1) console.log('line', line);
      return 'done';`,
    );
    const result = await page.evaluate(
      async (options) => {
        const server = await window.testPage.startServer(options);
        let kept = 0;
        let dropped = 0;
        server.onConsole((line) => {
          kept += 1;
          dropped += line.dropped;
        });
        const gap = window.testPage.longestGap(1_000);
        const answer = await (await server.fetch('/api/chatter')).text();
        const last = await (await server.fetch('/api/ping')).text();
        server.stop();
        return { answer, last, kept, dropped, gap: await gap };
      },
      optionsOf([chatter, ping]),
    );
    expect(result).toMatchObject({ answer: 'done', last: 'pong' });
    expect(result.kept).toBeLessThan(5_000);
    expect(result.gap).toBeLessThan(usable);
  });

  it('keeps the page usable while a million frames arrive, and loses none', async () => {
    const page = await openPage();
    const fountain: CompiledFile = {
      path: 'src/server/routes/api/fountain.ts',
      code: `const { defineWebSocketHandler } = require('h3');
      exports.default = defineWebSocketHandler({
        message(peer) { for (let n = 0; n < 50_000; n += 1) peer.send('x' + n); },
      });`,
    };
    const result = await page.evaluate(
      async (options) => {
        const server = await window.testPage.startServer(options);
        const socket = server.connect('/api/fountain');
        await new Promise((resolve) => (socket.onopen = resolve));
        let frames = 0;
        const arrived = new Promise<void>((resolve, reject) => {
          server.onCrash(({ message }) => {
            reject(new Error(message));
          });
          socket.onmessage = () => {
            frames += 1;
            if (frames === 1_000_000) resolve();
          };
        });
        const gap = window.testPage.longestGap(3_000);
        for (let turn = 0; turn < 20; turn += 1) socket.send('go');
        await arrived;
        server.stop();
        return { frames, gap: await gap };
      },
      optionsOf([fountain]),
    );
    expect(result.frames).toBe(1_000_000);
    expect(result.gap).toBeLessThan(usable);
  });
});

describe('a page with a strict policy of its own', () => {
  it('runs the server in a sandbox that the host serves', async () => {
    const page = await browser.open();
    await page.goto(served().strictUrl);
    const { sandboxUrl } = served();
    const answer = await page.evaluate(
      async (options) => {
        const server = await window.testPage.startServer(options);
        return (await server.fetch('/api/ping')).text();
      },
      { ...optionsOf([ping]), sandboxUrl },
    );
    expect(answer).toBe('pong');
  });
});
