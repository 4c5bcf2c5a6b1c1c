import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { CompiledFile } from '../src/playground/protocol.ts';
import { attempts, handler } from './playground/hostile.ts';
import { usePlaygroundPage } from './playground/served-page.ts';
import { useBrowser } from './support/browser.ts';

/**
 * Maximum time in milliseconds in which a page may be unresponsive. An endless loop in the page itself would block it for more
 * than two seconds, until the heartbeat stops the server; half a second is normal on a busy machine.
 */
const usable = 1_500;
const browser = useBrowser();
const served = usePlaygroundPage();

async function openPage(): Promise<Page> {
  const page = await browser.borrow();
  await page.goto(served().url);
  return page;
}

function optionsOf(files: readonly CompiledFile[]) {
  return { files, runtime: served().runtime.code };
}

/** Attempts to get the runtime's port: statements that pass objects to `take`. */
const portThefts = {
  'the getter of an event’s data': `const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data');
    Object.defineProperty(MessageEvent.prototype, 'data', {
      configurable: true,
      get() { take(this.target, this.currentTarget); return get.call(this); },
    });`,
  'other getters of an event': `for (const [prototype, name] of [[Event.prototype, 'target'], [Event.prototype, 'currentTarget'], [MessageEvent.prototype, 'ports'], [MessageEvent.prototype, 'source']]) {
      const { get } = Object.getOwnPropertyDescriptor(prototype, name);
      Object.defineProperty(prototype, name, {
        configurable: true,
        get() { take(this, get.call(this)); return get.call(this); },
      });
    }`,
  'the methods of a port': `for (const name of ['postMessage', 'start', 'close']) {
      const method = MessagePort.prototype[name];
      MessagePort.prototype[name] = function (...values) { take(this); return method.apply(this, values); };
    }`,
  'the methods of functions': `for (const name of ['call', 'apply', 'bind']) {
      const method = Function.prototype[name];
      Object.defineProperty(Function.prototype, name, {
        value(...values) { take(...values); return Reflect.apply(method, this, values); },
      });
    }`,
  'a stack of calls': `Error.prepareStackTrace = (_, calls) => {
      for (const call of calls) take(call.getThis(), call.getFunction()?.arguments?.[0]?.target);
      return '';
    };
    const text = JSON.stringify;
    JSON.stringify = (...values) => { new Error('look').stack; return text(...values); };`,
} as const;

const ping = handler('ping', `return 'pong';`);

describe('attacks of handlers', () => {
  it("can't send data out in any way that workers have", async () => {
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

  it('are effective outside of the sandbox, in the same page', async () => {
    const page = await openPage();
    const before = served().foreign.length;
    await page.evaluate((url) => fetch(url), `http://${served().host}/counted`);
    expect(served().foreign.slice(before)).toEqual(['GET /counted']);
  });

  it.each(Object.entries(portThefts))(
    "can't get the runtime's port by %s",
    async (_what, theft) => {
      const page = await openPage();
      const thief = handler(
        'thief',
        `globalThis.loot = [];
        const take = (...values) => {
          for (const value of values) {
            if (value instanceof MessagePort) loot[loot.length] = value;
          }
        };
        ${theft}
        return 'ready';`,
      );
      // Over the runtime's port, this would stop the server; the port of setImmediate is harmless.
      const attack = handler(
        'attack',
        `for (const port of [...loot]) port.postMessage({ type: 'fatal' });
        return 'in vain';`,
      );
      const answers = await page.evaluate(
        async (options) => {
          const server = await window.testPage.startServer(options);
          const found: string[] = [];
          // Each further message of the page is another chance.
          for (const path of ['thief', 'ping', 'ping', 'attack', 'ping']) {
            found.push(await (await server.fetch(`/api/${path}`)).text());
          }
          server.stop();
          return found;
        },
        optionsOf([thief, ping, attack]),
      );
      expect(answers).toEqual(['ready', 'pong', 'pong', 'in vain', 'pong']);
    },
  );

  it("can't get a function that reports to the page", async () => {
    const page = await openPage();
    const thief = handler(
      'thief',
      `const { res, req } = event.node;
      return JSON.stringify([res, req, req.socket].map((one) => typeof one.report));`,
    );
    const answer = await page.evaluate(
      async (options) => {
        const server = await window.testPage.startServer(options);
        return (await server.fetch('/api/thief')).text();
      },
      optionsOf([thief]),
    );
    expect(JSON.parse(answer)).toEqual(Array(3).fill('undefined'));
  });

  it("can't add anything to the runtime's messages", async () => {
    const page = await openPage();
    const smuggler = handler(
      'smuggler',
      `const { push } = Array.prototype;
      Array.prototype.push = function (...values) {
        for (const value of values) {
          if (typeof value === 'object' && value !== null && 'statusText' in value) value.smuggled = [{}];
        }
        return push.apply(this, values);
      };
      return 'sent';`,
    );
    const members = await page.evaluate(
      async (options) => {
        const seen: string[] = [];
        const data = Object.getOwnPropertyDescriptor(
          MessageEvent.prototype,
          'data',
        );
        Object.defineProperty(MessageEvent.prototype, 'data', {
          get() {
            const message = data?.get?.call(this) as {
              readonly records?: readonly object[];
            } | null;
            for (const record of message?.records ?? []) {
              seen.push(...Object.keys(record));
            }
            return message;
          },
        });
        const server = await window.testPage.startServer(options);
        const answer = await server.fetch('/api/smuggler');
        seen.push(await answer.text());
        server.stop();
        return seen;
      },
      optionsOf([smuggler]),
    );
    expect(members).toContain('sent');
    expect(members).toContain('statusText');
    expect(members).not.toContain('smuggled');
  });

  it("an error outside of the runtime stops the server as “error”, with the page's message", async () => {
    const page = await openPage();
    const body = `Event.prototype.preventDefault = () => { throw new Error('broken'); };
      setTimeout(() => { throw new Error('late'); });`;
    const crash = await page.evaluate(
      async (options) => {
        const server = await window.testPage.startServer(options);
        const crashed = new Promise<string>((resolve) => {
          server.onCrash(resolve);
        });
        void server.fetch('/api/hostile').catch(() => undefined);
        return crashed;
      },
      optionsOf([handler('hostile', body), ping]),
    );
    expect(crash).toBe('error');
  });
});

describe('a replaced runtime', () => {
  it.each([
    [
      'a flood',
      'flood',
      `for (;;) port.postMessage({ type: 'batch', records: [] });`,
    ],
    [
      'a loop that claims to make progress',
      'flood',
      `for (let taken = 1; ; taken += 1) {
        port.postMessage({ type: 'alive', taken });
        for (const end = Date.now() + 300; Date.now() < end;);
      }`,
    ],
    [
      'words for the page',
      'memory',
      `port.postMessage({ type: 'fatal', message: 'Your session has ended.' });`,
    ],
  ])(
    "%s stops the server as “%s”, with the page's message",
    async (_what, reason, attack) => {
      const page = await openPage();
      const runtime = `onmessage = ({ ports: [port] }) => {
        port.postMessage({ type: 'ready' });
        port.onmessage = () => { ${attack} };
      };`;
      const [crash, lost, gap] = await page.evaluate(
        async (options) => {
          const server = await window.testPage.startServer(options);
          const crashed = new Promise<string>((resolve) => {
            server.onCrash(resolve);
          });
          const lost = server.fetch('/api/ping').then(
            () => 'answered',
            (error: unknown) => String(error),
          );
          return [
            await crashed,
            await lost,
            await window.testPage.longestGap(500),
          ];
        },
        { files: [], runtime },
      );
      expect([crash, lost]).toEqual([reason, 'TypeError: network error']);
      expect(gap).toBeLessThan(usable);
    },
  );
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
    '%s is stopped, and the next server runs',
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
            server.onCrash(resolve);
          });
          const gap = window.testPage.longestGap(1_000);
          const lost = server.fetch('/api/loop').then(
            () => 'answered',
            (error: unknown) => String(error),
          );
          const crash = await crashed;
          const again = await window.testPage.startServer(next);
          const answer = await (await again.fetch('/api/ping')).text();
          again.stop();
          return {
            crash,
            answer,
            lost: await lost,
            closed: await closed,
            gap: await gap,
          };
        },
        [loop, next] as const,
      );
      expect(result).toMatchObject({
        crash: 'unresponsive',
        answer: 'pong',
        lost: 'TypeError: network error',
        closed: 1006,
      });
      expect(result.gap).toBeLessThan(usable);
    },
  );
});

describe('heavy load', () => {
  it('keeps the page responsive while a server prints a million lines', async () => {
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

  it('keeps the page responsive while a million frames arrive, and loses none', async () => {
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
          server.onCrash((reason) => {
            reject(new Error(reason));
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

describe('a page with a strict policy', () => {
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
