import { afterEach, expect, inject, it, vi } from 'vitest';
import { expectEvidence } from './support/evidence';
import { onBoth } from './support/on-both';
import { listRooms, roomUrl } from './support/visitor';
import { Wire, type WireClient } from './support/wire';

const modes = ['development', 'production'] as const;
const wires: Wire[] = [];

afterEach(async () => {
  for (const wire of wires.splice(0)) wire.end();
  // The rooms of the next test don't exist yet.
  for (const mode of modes) {
    await vi.waitFor(
      async () => expect(await listRooms(inject(mode))).toEqual([]),
      60_000,
    );
  }
});

it.each(modes)('two rooms of three on the %s server', async (mode) => {
  const wire = connectTo(inject(mode));
  const ada = await enter(wire, 'Ada', 'tea', 'peer-1');
  const bob = await enter(wire, 'Bob', 'tea', 'peer-2');
  await ada.next();
  await enter(wire, 'Chi', 'coffee', 'peer-3');

  ada.send('{"text":"Hello, Bob"}');
  await ada.next();
  await bob.next();

  bob.send('Hello, Ada');
  await bob.next();

  const response = await post(wire.server, 'tea', '{"text":"Closing at six"}');
  expect(response.status).toBe(201);
  await ada.next();
  await bob.next();

  bob.close(1000, 'Good night');
  await bob.next();
  await ada.next();

  const dan = await enter(wire, 'Dan', 'tea', 'peer-4');
  await ada.next();
  ada.send('{"text":"Hello, Dan"}');
  await ada.next();
  await dan.next();

  await expectEvidence('rooms', await evidence(wire, 'tea'));
});

it.each(modes)('the API of the %s server', async (mode) => {
  const server = inject(mode);
  const wire = connectTo(server);
  await enter(wire, 'Ada', 'api', 'peer-1');
  const exchanges: Record<string, object> = {};
  const ask = async (
    name: string,
    url: string,
    sent: { body?: string; headers?: Record<string, string> } = {},
  ) => {
    const method = sent.body === undefined ? 'GET' : 'POST';
    const response = await fetch(server + url, { method, ...sent });
    const { status, statusText } = response;
    const type = response.headers.get('content-type') ?? '';
    const text = JSON.stringify(await response.json(), shown, 2);
    exchanges[name] = {
      request: { method, url, ...sent },
      response: {
        ...{ status, statusText: status < 400 ? statusText : '' },
        headers: { 'content-type': type },
        body: text,
      },
    };
    return status;
  };
  const json = { 'content-type': 'application/json' };
  const body = '{"text":"Closing at six"}';

  expect(await ask('list', '/api/rooms')).toBe(200);
  const url = '/api/rooms/api/messages';
  expect(await ask('said', url, { body, headers: json })).toBe(201);
  const nobody = '/api/rooms/nobody/messages';
  expect(await ask('nobody', nobody, { body, headers: json })).toBe(404);
  for (const wrong of ['{"text":42}', '{', `{"text":"${'x'.repeat(501)}"}`]) {
    expect((await post(server, 'api', wrong)).status).toBe(400);
  }
  expect((await post(server, 'api', 'x'.repeat(10_001))).status).toBe(413);
  const foreign = { ...json, origin: 'https://elsewhere.example' };
  expect((await post(server, 'api', body, foreign)).status).toBe(403);

  await expectEvidence('http', { kind: 'http', exchanges });
});

it('both servers have the same routes', async () => {
  const list = await onBoth(async (server) => {
    expect(Array.isArray(await listRooms(server))).toBe(true);
    return { get: { status: (await fetch(`${server}/api/rooms`)).status } };
  });
  const socket = await onBoth(async (server) => {
    const wire = connectTo(server);
    await enter(wire, 'Ada', 'tea', 'peer-1');
    const { status } = await fetch(server + roomUrl('tea'));
    return { websocket: 'answers', get: { status } };
  });
  const messages = await onBoth(async (server) => {
    const { status } = await post(server, 'tea', '{"text":"Hello"}');
    return { post: { status } };
  });
  const api = 'src/server/routes/api';
  await expectEvidence('routes', {
    kind: 'routes',
    room: {
      ...{ file: `${api}/ws/rooms/[room].ts`, url: roomUrl('tea'), ...socket },
    },
    list: { file: `${api}/rooms/index.get.ts`, url: '/api/rooms', ...list },
    messages: {
      file: `${api}/rooms/[room]/messages.post.ts`,
      url: '/api/rooms/tea/messages',
      ...messages,
    },
  });
});

function connectTo(server: string): Wire {
  const wire = new Wire(server);
  wires.push(wire);
  return wire;
}

/** Opens a socket and takes the welcome; records the id by name from then on. */
async function enter(
  wire: Wire,
  name: string,
  room: string,
  peer: string,
): Promise<WireClient> {
  const client = await wire.connect(name, roomUrl(room, name));
  const frame = await client.next();
  const json = frame.opcode === 'text' ? frame.payload : '';
  const id = /^\{"type":"welcome","id":"([^"]+)"/.exec(json)?.[1];
  expect(id, json).toBeDefined();
  wire.name(id ?? '', peer);
  return client;
}

/** Returns the frames of a scenario; throws if one was not taken. */
async function evidence(wire: Wire, room: string): Promise<object> {
  for (const [name, frames] of Object.entries(await wire.untaken())) {
    expect(frames, `frames that ${name} did not expect`).toEqual([]);
  }
  const frames = wire.transcript();
  return { kind: 'websocket', url: roomUrl(room), frames };
}

function post(
  server: string,
  room: string,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<Response> {
  const url = `${server}/api/rooms/${room}/messages`;
  return fetch(url, { method: 'POST', body, headers });
}

/** Removes what the development server adds to an error. */
function shown(key: string, value: unknown): unknown {
  return ['stack', 'url', 'statusMessage'].includes(key) ? undefined : value;
}
