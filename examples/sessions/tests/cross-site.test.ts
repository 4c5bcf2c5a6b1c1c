import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject, it } from 'vitest';
import { type Attacker, startAttacker } from './support/attacker';
import { launchBrowser } from './support/browser';
import { expectEvidence } from './support/evidence';
import {
  firstMessage,
  openPage,
  signInByForm,
  submittedForm,
} from './support/pages';
import { inRegularProfile } from './support/regular-profile';

// One server, since all of this depends on the browser.
const app = inject('production').replace('127.0.0.1', 'localhost');
// Measured values for `evidence/cross-site.json`.
const measured: Record<string, object> = {};
let browser: Browser;
let attacker: Attacker;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  [browser, attacker] = await Promise.all([launchBrowser(), startAttacker()]);
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  contexts = [];
});
afterAll(async () => {
  attacker.stop();
  await browser.close();
});

it('sends cookies with sockets, forms and links of other pages', async () => {
  const socket = `${app.replace('http', 'ws')}/api/probes/cookies`;
  const request = `${app}/api/probes/request-cookies`;
  measured['cookies'] = await inRegularProfile(browser, async (context) => {
    const page = await openPage(context, `${app}/api/probes/set-cookies`);
    const sentFrom = async (origin: string) => {
      await page.goto(origin);
      const byScript = await firstMessage(page, 'WebSocket', socket);
      const byForm = await submittedForm(page, request, 'post');
      await page.goto(origin);
      const byLink = await submittedForm(page, request, 'get');
      return { socket: sent(byScript), form: sent(byForm), link: sent(byLink) };
    };
    return {
      sameOrigin: await sentFrom(`${app}/api/session`),
      otherPort: await sentFrom(attacker.sameSite),
      otherSite: await sentFrom(attacker.otherSite),
    };
  });
});

it('blocks responses from pages of other origins', async () => {
  const page = await openPage(await newContext(), app);
  await signInByForm(page, 'ada');
  await page.goto(attacker.sameSite);
  const fetched = await page.evaluate(async (url) => {
    try {
      await fetch(url, { credentials: 'include' });
      return 'is read';
    } catch (error) {
      return error instanceof TypeError ? 'is kept from the page' : 'fails';
    }
  }, `${app}/api/session`);
  const streamed = await page.evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        const source = new EventSource(url, { withCredentials: true });
        source.onmessage = () => resolve('is read');
        source.onerror = () => resolve('is kept from the page');
      }),
    `${app}/api/probes/stream`,
  );
  measured['http'] = { fetch: fetched, eventSource: streamed };
});

it('allows a page to send a cookie and a sub-protocol, but no header', async () => {
  const page = await openPage(await newContext(), app);
  const ended = await page.evaluate(
    () =>
      new Promise<object>((resolve) => {
        const source = new EventSource('/api/session');
        source.onerror = (event) =>
          resolve({
            closed: source.readyState === EventSource.CLOSED,
            status: 'status' in event,
          });
      }),
  );
  await signInByForm(page, 'ada');
  const stream = await firstMessage(page, 'EventSource', '/api/probes/stream');
  const headers = { authorization: 'Bearer token' };
  measured['page'] = {
    eventSource: stream,
    eventSourceAfterAnError: ended,
    webSocketWithHeaders: await constructorError(page, { headers }),
    padded: await constructorError(page, ['ticket.YQ==']),
    withHyphensAndDots: await constructorError(page, ['ticket.a-b.c_d']),
  };
});

it('matches the evidence', async () => {
  await expectEvidence('cross-site', { kind: 'facts', ...measured });
});

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext();
  contexts.push(context);
  return context;
}

/** Returns which of the cookies were sent. */
function sent(names: unknown): object {
  const kinds = ['strict', 'lax', 'unset', 'none'].map((name) => [
    name,
    Array.isArray(names) && names.includes(name) ? 'sent' : 'not sent',
  ]);
  return Object.fromEntries(kinds) as object;
}

/** Returns the error of `new WebSocket(url, second)`. */
function constructorError(page: Page, second: object): Promise<string> {
  return page.evaluate((argument) => {
    try {
      Reflect.construct(WebSocket, ['/api/ws/notes-by-ticket', argument]);
      return 'nothing';
    } catch (error) {
      return error instanceof DOMException ? error.name : String(error);
    }
  }, second);
}
