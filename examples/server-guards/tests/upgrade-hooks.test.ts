import type { NodeOptions } from 'crossws/adapters/node';
import { type App, createApp, createRouter, defineWebSocketHandler } from 'h3';
import { expect, it, vi } from 'vitest';
import { expectEvidence } from './support/evidence';
import { serveApp } from './support/serve-app';
import { askSocket, type SocketOutcome } from './support/socket-outcome';

// The real plugin, which uses only h3's app of Nitro.
const { default: socketGuard } = await vi.importActual<{
  default: (nitro: { h3App: App }) => void;
}>('../src/server/plugins/socket-guard.ts');

const routes = {
  '/plain': {},
  '/lenient': { upgrade: () => ({ headers: { 'x-let-in': 'yes' } }) },
  '/strict': { upgrade: () => new Response(null, { status: 401 }) },
};
const foreign = { origin: 'https://elsewhere.example' };
const answers = { websocket: 'answers' };
const refused = (status: number) => ({ websocket: 'refused', status });
// Measured values for `evidence/upgrade-hooks.json`.
const measured: Record<string, object> = {};

it('a returned refusal counts only if the route returns nothing', async () => {
  const h3App = appWith({
    hooks: { upgrade: () => new Response(null, { status: 403 }) },
  });
  const [plain, lenient] = await ask(h3App, ['/plain', '/lenient']);
  measured['returned'] = { plain, lenient };
  expect(plain).toEqual(refused(403));
  expect(lenient).toEqual(answers);
});

it("a refusal of the guard counts, regardless of the route's return value", async () => {
  const paths = ['/plain', '/lenient'] as const;
  const without = await ask(appWith({}), paths, foreign);
  expect(without).toEqual([answers, answers]);

  const h3App = appWith({});
  socketGuard({ h3App });
  const [plain, lenient] = await ask(h3App, paths, foreign);
  measured['thrown'] = { plain, lenient };
  expect([plain, lenient]).toEqual([refused(403), refused(403)]);
});

it('a route can refuse requests that the guard accepts', async () => {
  const h3App = appWith({});
  socketGuard({ h3App });
  const [lenient, strict] = await ask(h3App, ['/lenient', '/strict']);
  measured['letIn'] = { lenient, strict };
  expect([lenient, strict]).toEqual([answers, refused(401)]);
});

it('an existing hook is called after the guard', async () => {
  const h3App = appWith({
    hooks: { upgrade: () => new Response(null, { status: 410 }) },
  });
  socketGuard({ h3App });
  expect(await ask(h3App, ['/plain'])).toEqual([refused(410)]);
  expect(await ask(h3App, ['/plain'], foreign)).toEqual([refused(403)]);
});

it('matches the evidence', async () => {
  await expectEvidence('upgrade-hooks', { kind: 'facts', ...measured });
});

/** Creates an app with routes, each with an `upgrade` hook. */
function appWith(websocket: NodeOptions): App {
  const router = createRouter();
  for (const [path, hooks] of Object.entries(routes)) {
    const handler = defineWebSocketHandler({
      ...hooks,
      message: (peer, data) => void peer.send(data.text()),
    });
    router.use(path, handler);
  }
  return createApp({ websocket }).use(router);
}

/** Returns the result of a socket at each path. */
function ask(
  h3App: App,
  paths: readonly (keyof typeof routes)[],
  headers: Record<string, string> = {},
): Promise<SocketOutcome[]> {
  return serveApp(h3App, (url) =>
    Promise.all(paths.map((path) => askSocket(url, path, headers))),
  );
}
