import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasWebKit } from '../scripts/browser/browsers.ts';
import { compileExample } from './playground/compile-example.ts';
import { attempts, handler } from './playground/hostile.ts';
import {
  expectedInPage,
  scenarioExample,
  scenarioNames,
} from './playground/recorded.ts';
import { usePlaygroundPage } from './playground/served-page.ts';
import { launchFirefox } from './support/launch.ts';
import { address } from './support/site.ts';
import { launchWebKit } from './support/webkit.ts';

/** A page in any browser, as used here. */
interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
}

// playground*.test.ts test the same and more in Chromium.
const served = usePlaygroundPage();
const files = compileExample(scenarioExample);
const spin = 'for (;;);';
const loops = {
  'in a handler': [handler('loop', spin)],
  'at the top level': [{ path: 'src/server/routes/api/loop.ts', code: spin }],
  'in microtasks': [handler('loop', 'for (;;) await Promise.resolve();')],
};

describe('Firefox', () => {
  let browser: Browser | undefined;
  testsIn(
    async () => {
      browser = await launchFirefox();
      const context = await browser.newContext();
      const page: Page = await context.newPage();
      return page;
    },
    () => browser?.close(),
  );
});

// WebKit can only be automated on Linux.
if (hasWebKit() || process.platform === 'linux') {
  describe('WebKit', () => {
    let webKit: Awaited<ReturnType<typeof launchWebKit>> | undefined;
    testsIn(
      async () => {
        webKit = await launchWebKit();
        return webKit;
      },
      () => webKit?.close(),
    );
  });
}

/** Functions in the page that use the playground like a reader. */
const inPanel = `
      const found = (find) => new Promise((resolve) => {
        const look = () => {
          const value = find();
          if (!value) return false;
          resolve(value);
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => look() && observer.disconnect());
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      });
      const button = (name) => found(() => [...document.querySelectorAll('.playground button, .playground-closed button')]
        .find((one) => !one.disabled && (one.getAttribute('aria-label') ?? one.textContent.trim()) === name));
      const frames = (client) => [...document.querySelectorAll('.playground li[data-client=' + client + '] [data-part=payload]')].map((one) => one.textContent);
      const opened = async () => {
        // The scripts of the page wait for a touch.
        dispatchEvent(new Event('scroll'));
        await found(() => document.documentElement.dataset.hasHydrated === 'true');
        (await button('Run in the page')).click();
      };`;

function testsIn(
  open: () => Promise<Tab>,
  close: () => Promise<void> | undefined,
): void {
  let tab: Tab;
  beforeAll(async () => {
    tab = await open();
    await tab.goto(served().url);
    await inTab(
      `void (window.runtime = ${JSON.stringify(served().runtime.code)})`,
    );
  });
  afterAll(close);

  const inTab = (expression: string) => tab.evaluate(expression);

  it.each(scenarioNames)('%s: behaves as in production', async (name) => {
    const options = `{ files: ${JSON.stringify(files)}, runtime }`;
    const play = `testPage.play(${JSON.stringify(name)}, ${options})`;
    expect(asJson(await inTab(play))).toEqual(
      asJson(expectedInPage(name).records),
    );
  });

  it('has no access to the network', async () => {
    const target = `http://${served().host}/leak/`;
    const before = served().foreign.length;
    const hostile = Object.entries(attempts).map(([name, body]) =>
      handler(
        name,
        `try { ${body} } catch (error) { return { blocked: String(error) }; }`,
        `${target}${name}`,
      ),
    );
    const outcomes = await inTab(`(async () => {
      const server = await testPage.startServer({ files: ${JSON.stringify(hostile)}, runtime });
      const found = [];
      for (const name of ${JSON.stringify(Object.keys(attempts))}) {
        const text = await (await server.fetch('/api/' + name)).text();
        if (!text.startsWith('{"blocked":')) found.push([name, text]);
      }
      server.stop();
      return found;
    })()`);
    expect(outcomes).toEqual([]);
    expect(served().foreign.slice(before)).toEqual([]);
    // A request from outside of the sandbox is counted.
    await inTab(`fetch('/counted').then(() => true)`);
    expect(served().foreign.slice(before)).toEqual(['GET /counted']);
  });

  it.each(Object.entries(loops))(
    'an endless loop %s ends, and the next server runs',
    async (_where, files) => {
      const outcome = await inTab(`(async () => {
        const server = await testPage.startServer({ files: ${JSON.stringify(files)}, runtime });
        const crashed = new Promise((resolve) => server.onCrash(resolve));
        const gap = testPage.longestGap(1000);
        const lost = server.fetch('/api/loop').catch(() => 'lost');
        const reason = await crashed;
        const again = await testPage.startServer({ files: ${JSON.stringify([handler('ping', `return 'pong';`)])}, runtime });
        const answer = await (await again.fetch('/api/ping')).text();
        again.stop();
        return { reason, lost: await lost, answer, isFrozen: await gap > 1500 };
      })()`);
      expect(outcome).toEqual({
        reason: 'unresponsive',
        lost: 'lost',
        answer: 'pong',
        isFrozen: false,
      });
    },
  );

  it('two quick clicks on Restart result in a running server', async () => {
    await tab.goto(address('chat-room'));
    const outcome = await inTab(`(async () => {
      ${inPanel}
      // The test fires the time limit of a start, ten seconds, itself.
      const limits = new Map();
      const { setTimeout, clearTimeout } = window;
      window.setTimeout = (callback, delay, ...values) => {
        const timer = setTimeout(callback, delay, ...values);
        if (delay === 10_000) limits.set(timer, callback);
        return timer;
      };
      window.clearTimeout = (timer) => {
        limits.delete(timer);
        clearTimeout(timer);
      };
      await opened();
      await found(() => frames('Ada').length > 1);
      const restart = await button('Restart');
      restart.click();
      restart.click();
      const starts = limits.size;
      (await button('Connect Ada')).click();
      await found(() => frames('Ada').filter((text) => text.includes('"welcome"')).length === 2);
      for (const pass of limits.values()) pass();
      (await button('Connect Bob')).click();
      const alert = () => document.querySelector('.playground [role=alert]')?.textContent;
      await found(() => alert() ?? frames('Bob').filter((text) => text.includes('"welcome"')).length === 2);
      return { starts, alert: alert() ?? 'none' };
    })()`);
    // The second start has cancelled the first.
    expect(outcome).toEqual({ starts: 1, alert: 'none' });
  });

  it('a reader opens a playground of the site, sends and restarts', async () => {
    await tab.goto(address('chat-room'));
    const outcome = await inTab(`(async () => {
      const refused = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
        refused.push(effectiveDirective + ' ' + blockedURI));
      ${inPanel}
      await opened();
      await found(() => frames('Ada').length > 1 && frames('Bob').length > 0);
      (await button('{"text":"Hello, Ada"}')).click();
      await found(() => frames('Bob').some((text) => text.includes('Hello, Ada') && text.includes('"type":"message"')));
      (await button('Restart')).click();
      (await button('Connect Ada')).click();
      await found(() => frames('Ada').filter((text) => text.includes('"welcome"')).length === 2);
      return { refused };
    })()`);
    expect(outcome).toEqual({ refused: [] });
  });
}

/** Converts a value to JSON and back, like drivers of other browsers. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
