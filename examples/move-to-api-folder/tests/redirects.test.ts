import { startServer as startMoved } from '#server-moved';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './support/browser';
import { socketIn } from './support/browser-socket';
import { openEventSource } from './support/event-source';
import { expectEvidence } from './support/evidence';
import { askHttp, posting } from './support/http-outcome';
import { type AppServer, startServer } from './support/server';
import { socketAt, urls } from './support/urls';

/** Redirects in `tests/moved/vite.config.ts`: from `/by-301/**`, and so on. */
const statuses = [301, 302, 307, 308] as const;

let browser: Browser;
let server: AppServer;
let page: Page;
// Measured values for `evidence/redirects.json`.
const measured: Record<string, object> = {};

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startMoved('production');
  page = await browser.newPage();
  // A page of the app would open its own connections.
  await page.goto(server.url + urls.notes.new);
});
afterAll(() => Promise.all([browser.close(), server.stop()]));

describe('a request for notes', () => {
  it.each(statuses)('is redirected with %i', async (status) => {
    const url = `${server.url}/by-${status}/notes`;
    expect((await ask(url)).status).toBe(status);
    const get = await askHttp(url);
    const post = await askHttp(url, `In Node, ${status}`);
    const noteIsKept = (await notes()).includes(`In Node, ${status}`);
    measured[`by${status}`] = { status, get, post: { ...post, noteIsKept } };

    // Browsers do the same.
    const request = posting(`In Chromium, ${status}`);
    const inBrowser = await page.evaluate(
      async ([url, request]) => (await fetch(url, request)).status,
      [url, request] as const,
    );
    expect(inBrowser).toBe(post.status);
    expect((await notes()).includes(`In Chromium, ${status}`)).toBe(noteIsKept);
  });
});

describe('a WebSocket', () => {
  it("isn't redirected by route rules, which upgrades ignore", async () => {
    const url = `/by-308${urls.socket.old}`;
    const { websocket } = await socketAt(server, url);
    const { status } = await ask(server.url + url);
    expect(status).toBe(308);
    measured['socketByRule'] = { url, websocket, getStatus: status };
    expect(await socketIn(page, url, urls.socket.new)).toEqual({
      opened: websocket === 'opens and stays silent',
      frames: [],
    });
  });

  it("doesn't follow the redirect of a route", async () => {
    const url = '/ws/redirecting';
    const said = page.waitForEvent('console');
    const seen = await socketIn(page, url, urls.socket.new);
    const message = (await said)
      .text()
      .replace(server.url.replace('http', 'ws'), '<server>');
    measured['socketByRoute'] = { url, ...seen, message };
    expect(seen.opened).toBe(false);
  });
});

describe('an EventSource', () => {
  it('continues through a redirect after a restart of the server', async () => {
    const paths = statuses.map((status) => `/by-${status}/sse`);
    expect(await afterRestart(startMoved, paths)).toEqual(
      paths.map(() => 'goes on'),
    );
    measured['streamByRedirect'] = { afterRestart: 'goes on' };
  });

  it('continues through an alias after a restart of the server', async () => {
    await restart(startServer);
    const { old: url } = urls.stream;
    expect(await afterRestart(startServer, [url])).toEqual(['goes on']);
    measured['streamByAlias'] = { url, afterRestart: 'goes on' };
  });
});

it('keeps the query', async () => {
  const url = `${urls.notes.old}?limit=5`;
  const { headers } = await ask(server.url + url);
  const location = headers.get('location');
  measured['query'] = { url, location };
  expect(location).toBe(`${urls.notes.new}?limit=5`);
});

it('matches the evidence', async () => {
  await expectEvidence('redirects', { kind: 'facts', ...measured });
});

/** Sends a request without following redirects. */
function ask(url: string): Promise<Response> {
  return fetch(url, { redirect: 'manual' });
}

async function notes(): Promise<string[]> {
  const answer: unknown = await (await ask(server.url + urls.notes.new)).json();
  return Array.isArray(answer) ? answer.map(String) : [];
}

/** Stops the server, and starts one on the same port. */
async function restart(start: typeof startServer): Promise<void> {
  await server.stop();
  server = await start('production', { PORT: new URL(server.url).port });
}

/** Whether streams of the page resume or start over after a restart of their server. */
async function afterRestart(
  start: typeof startServer,
  paths: readonly string[],
): Promise<string[]> {
  const streams = await Promise.all(
    paths.map((path) => openEventSource(page, path)),
  );
  for (const look of streams) {
    await expect
      .poll(async () => (await look()).ids.length)
      .toBeGreaterThanOrEqual(2);
  }
  await server.stop();
  // Once a stream has noticed, no data of the old server is in transit.
  for (const look of streams) {
    await expect.poll(async () => (await look()).state).toBe('connecting');
  }
  const lasts = await Promise.all(streams.map((look) => look()));
  await restart(start);
  const results: string[] = [];
  for (const [index, look] of streams.entries()) {
    const before = lasts[index].ids;
    await expect
      .poll(async () => (await look()).ids.length)
      .toBeGreaterThan(before.length);
    const next = (await look()).ids[before.length];
    const continued = (before.at(-1) ?? 0) + 1;
    results.push(next === continued ? 'goes on' : `begins at ${next}`);
  }
  return results;
}
