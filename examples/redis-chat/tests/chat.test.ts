import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectEvidence } from './support/evidence';
import { openEventStream } from './support/event-stream';
import { type AppServer, modes, startServer } from './support/server';
import { startTogether } from './support/start-together';
import { type ServerFrame, Wire, type WireClient } from './support/wire';

const path = '/api/ws/chat';
let servers: Record<(typeof modes)[number], AppServer>;

beforeAll(async () => {
  const [development, production] = await startTogether(
    startServer('development'),
    startServer('production'),
  );
  servers = { development, production };
  // Vite listens before Nitro's routes are ready; a response shows that they are.
  await fetch(`${development.url}/api/health`);
});
afterAll(() => Promise.all(modes.map((mode) => servers[mode].stop())));

it.each(modes)('a conversation on the %s server', async (mode) => {
  const wire = new Wire(servers[mode].url);
  const ada = await wire.connect('Ada', `${path}?name=Ada`);
  await ada.next();
  const bob = await wire.connect('Bob', `${path}?name=Bob`);
  await bob.next();

  ada.send('{"key":"ada-00001","text":"Hello, Bob"}');
  const first = await idOf(ada);
  wire.name(first, 'id-1');
  await ada.next();
  await bob.next();

  bob.close(1000, 'Back soon');
  await bob.next();
  ada.send('{"key":"ada-00002","text":"Are you there?"}');
  wire.name(await idOf(ada), 'id-2');
  await ada.next();

  const again = await wire.connect('Bob', `${path}?name=Bob&after=${first}`);
  await again.next();

  // Like a client that lost the acknowledgement.
  ada.send('{"key":"ada-00002","text":"Are you there?"}');
  await ada.next();
  again.send('Yes');
  await again.next();

  for (const [name, frames] of Object.entries(await wire.untaken())) {
    expect(
      frames.filter(({ opcode }) => opcode !== 'close'),
      name,
    ).toEqual([]);
  }
  const frames = wire.transcript();
  wire.end();
  await expectEvidence('chat', { kind: 'websocket', url: path, frames });
});

it.each(modes)('a stream that resumes, on the %s server', async (mode) => {
  const { url } = servers[mode];
  const wire = new Wire(url);
  const ada = await wire.connect('Ada', `${path}?name=Ada`);
  await ada.next();
  const stream = await openEventStream(`${url}/api/events`);
  expect((await stream.next()).event).toBe('welcome');
  // Those of the conversation above.
  await stream.take(2);
  ada.send('{"key":"stream-0001","text":"One"}');
  const one = await stream.next();
  expect(JSON.parse(one.data)).toMatchObject({ id: one.id, text: 'One' });
  stream.leave();

  ada.send('{"key":"stream-0002","text":"Two"}');
  const headers = { 'last-event-id': one.id ?? '' };
  // The second message is answered once it is stored.
  for (let answers = 0; answers < 4; answers++) await ada.next();
  const next = await openEventStream(`${url}/api/events`, headers);
  expect(await next.next()).toEqual({ event: 'welcome', data: 'true' });
  expect(JSON.parse((await next.next()).data)).toMatchObject({ text: 'Two' });
  next.leave();
  wire.end();
});

it.each(modes)('rejects invalid messages on the %s server', async (mode) => {
  const wire = new Wire(servers[mode].url);
  const origin = 'https://elsewhere.example';
  expect(await wire.refusal(path, { origin })).toBe(403);

  const ada = await wire.connect('Ada', `${path}?name=Ada&after=nonsense`);
  expect(textOf(await ada.next())).toMatch(
    /^{"type":"welcome","resumed":false/,
  );
  const long = 'x'.repeat(501);
  for (const wrong of [
    '{',
    'null',
    '{"text":"No key"}',
    '{"key":"short","text":"Hello"}',
    '{"key":"with a space","text":"Hello"}',
    '{"key":"good-key-1","text":42}',
    `{"key":"good-key-1","text":"${long}"}`,
  ]) {
    ada.send(wrong);
    expect(textOf(await ada.next()), wrong).toMatch(/^{"type":"error"/);
  }
  ada.send(`{"key":"good-key-1","text":"${'x'.repeat(70_000)}"}`);
  expect(await ada.next()).toMatchObject({ opcode: 'close', code: 1009 });
  wire.end();
});

it('a client with an unknown id receives all stored messages', async () => {
  const wire = new Wire(servers.production.url);
  const ada = await wire.connect('Ada', `${path}?name=Ada&after=1-0`);
  expect(textOf(await ada.next())).toMatch(
    /^{"type":"welcome","resumed":false/,
  );
  wire.end();
});

it('both servers have the same routes', async () => {
  const ask = async (url: string) => ({
    development: { get: await answer(servers.development.url + url) },
    production: { get: await answer(servers.production.url + url) },
  });
  const routes = 'src/server/routes/api';
  const socket = await ask(path);
  const answers = { websocket: 'answers' };
  await expectEvidence('routes', {
    kind: 'routes',
    chat: {
      file: `${routes}/ws/chat.ts`,
      url: path,
      development: { ...answers, ...socket.development },
      production: { ...answers, ...socket.production },
    },
    events: {
      file: `${routes}/events.get.ts`,
      url: '/api/events',
      ...(await ask('/api/events')),
    },
    health: {
      file: `${routes}/health.get.ts`,
      url: '/api/health',
      ...(await ask('/api/health')),
    },
  });
});

async function answer(url: string): Promise<object> {
  const connection = new AbortController();
  const { status } = await fetch(url, { signal: connection.signal });
  connection.abort();
  return { status };
}

/** Returns the id of the next message for a client. */
async function idOf(client: WireClient): Promise<string> {
  const json = textOf(await client.next());
  const id = /"id":"(\d+-\d+)"/.exec(json)?.[1];
  if (id === undefined) throw new Error(`No message: ${json}`);
  return id;
}

function textOf(frame: ServerFrame): string {
  return frame.opcode === 'text' ? frame.payload : '';
}
