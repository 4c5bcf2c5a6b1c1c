import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expectEvidence } from './support/evidence';
import { buildNewApp, type NewApp } from './support/new-app';
import { chatUrl, welcomedId } from './support/room';
import { Wire } from './support/wire';

/** URL of `after/src/server/routes/api/ws/echo.ts`. */
const echoUrl = '/api/ws/echo';
// Measured values for `evidence/new-app.json`.
const measured: Record<string, object> = {};

it('the config of a new app enables no WebSockets, and prerenders the page', async () => {
  const app = await buildNewApp('before');
  const server = await app.startServer('production');
  const status = await new Wire(server.url).refusal(chatUrl, {});
  await server.stop();

  measured['before'] = { ...built(app), handshake: { status } };
  expect(measured['before']).toEqual({
    indexHtml: 'prerendered',
    afterNextRender: 'runs on the server',
    handshake: { status: 426 },
  });
});

it('the additions of the guide enable WebSockets, and render per request', async () => {
  const app = await buildNewApp('after');
  const server = await app.startServer('production');
  const wire = new Wire(server.url);
  const ada = await wire.connect('Ada', chatUrl);
  expect(welcomedId(await ada.next())).not.toBe('');
  const echo = await wire.connect('Ada', echoUrl);
  echo.send('Hello');
  const answer = await echo.next();
  expect(answer).toMatchObject({ payload: 'You sent: Hello' });
  wire.end();
  const page = await fetch(server.url);
  expect(await page.text()).toContain('<h1');
  await server.stop();

  measured['after'] = {
    ...built(app),
    handshake: { status: 101 },
    echo: { url: echoUrl, answer },
  };
  expect(measured['after']).toMatchObject({
    indexHtml: 'not written',
    afterNextRender: 'runs in the browser only',
  });
});

it('matches the evidence', async () => {
  await expectEvidence('new-app', measured);
});

/** What a build wrote, and whether it ran code for browsers. */
function built({ folder, output }: NewApp) {
  const indexHtml = join(folder, 'dist/analog/public/index.html');
  const failed = /^ERROR /m.test(output);
  return {
    indexHtml: existsSync(indexHtml) ? 'prerendered' : 'not written',
    afterNextRender: failed ? 'runs on the server' : 'runs in the browser only',
  };
}
