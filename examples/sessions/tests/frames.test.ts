import { afterEach, expect, inject, it } from 'vitest';
import { expectEvidence } from './support/evidence';
import { onBoth } from './support/on-both';
import { sealedCookie } from './support/session-cookie';
import { byCookie, byTicket } from './support/window';
import { Wire, type WireClient } from './support/wire';

const modes = ['development', 'production'] as const;
let wires: Wire[] = [];

afterEach(() => {
  for (const wire of wires) wire.end();
  wires = [];
});

it.each(modes)('two browsers of one user on the %s server', async (mode) => {
  const server = inject(mode);
  const wire = connectTo(server);
  // A user of only this test, without notes.
  const cookie = await sealedCookie(server, 'chi');
  const laptop = await enter(wire, 'laptop', cookie, 'in 8 hours');
  const other = await sealedCookie(server, 'chi', { left: 3_600 });
  const phone = await enter(wire, 'phone', other, 'in 1 hour');

  laptop.send('{"text":"Call Ada"}');
  await laptop.next();
  await phone.next();
  phone.send('Call Bob');
  await phone.next();

  const headers = { cookie };
  await fetch(`${server}/api/session`, { method: 'DELETE', headers });
  await laptop.next();
  phone.send('{"text":"Still here"}');
  await phone.next();
  await expectEvidence('notes', await evidence(wire, byCookie));
});

it.each(modes)('no session on the %s server', async (mode) => {
  for (const [name, url] of [
    ['without-session', byCookie],
    ['without-ticket', byTicket],
  ] as const) {
    const wire = connectTo(inject(mode));
    const stranger = await wire.connect('stranger', url);
    expect(await stranger.next()).toMatchObject({ code: 4401 });
    await expectEvidence(name, await evidence(wire, url));
  }
});

it('both servers have the same routes', async () => {
  const answers = (url: string) =>
    onBoth(async (server) => {
      const stranger = await connectTo(server).connect('stranger', url);
      expect(await stranger.next()).toMatchObject({ code: 4401 });
      const { status } = await fetch(server + url);
      return { websocket: 'answers', get: { status } };
    });
  const statusOf = (url: string, method: string) =>
    onBoth(async (server) => {
      const headers = { cookie: await sealedCookie(server, 'ada') };
      const { status } = await fetch(server + url, { method, headers });
      return { [method.toLowerCase()]: { status } };
    });
  const api = 'src/server/routes/api';
  const session = '/api/session';
  const tickets = '/api/tickets';
  await expectEvidence('routes', {
    kind: 'routes',
    notes: {
      ...{ file: `${api}/ws/notes.ts`, url: byCookie },
      ...(await answers(byCookie)),
    },
    notesByTicket: {
      ...{ file: `${api}/ws/notes-by-ticket.ts`, url: byTicket },
      ...(await answers(byTicket)),
    },
    session: {
      ...{ file: `${api}/session/index.get.ts`, url: session },
      ...(await statusOf(session, 'GET')),
    },
    signOut: {
      ...{ file: `${api}/session/index.delete.ts`, url: session },
      ...(await statusOf(session, 'DELETE')),
    },
    tickets: {
      ...{ file: `${api}/tickets.post.ts`, url: tickets },
      ...(await statusOf(tickets, 'POST')),
    },
  });
});

function connectTo(server: string): Wire {
  const wire = new Wire(server);
  wires.push(wire);
  return wire;
}

/** Opens a socket and takes the welcome; records the end of the session by name. */
async function enter(
  wire: Wire,
  name: string,
  cookie: string,
  ends: string,
): Promise<WireClient> {
  const client = await wire.connect(name, byCookie, { cookie });
  const frame = await client.next();
  const json = frame.opcode === 'text' ? frame.payload : '';
  const time = /"expiresAt":(\d+)/.exec(json)?.[1];
  expect(time, json).toBeDefined();
  wire.name(time ?? '', ends);
  return client;
}

/** Returns the frames of a scenario; throws if one was not taken. */
async function evidence(wire: Wire, url: string): Promise<object> {
  for (const [name, frames] of Object.entries(await wire.untaken())) {
    expect(frames, `frames that ${name} did not expect`).toEqual([]);
  }
  return { kind: 'websocket', url, frames: wire.transcript() };
}
