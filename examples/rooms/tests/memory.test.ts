import { afterAll, beforeAll, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { limits } from '../src/shared/room-limits';
import { expectEvidence } from './support/evidence';
import { Inspector } from './support/inspector';
import { type AppServer, startServer } from './support/server';
import { leaveAll, listRooms, visit } from './support/visitor';

let server: AppServer;

beforeAll(async () => {
  server = await startServer('production', {
    NODE_OPTIONS: '--inspect=127.0.0.1:0',
  });
});
afterAll(() => server.stop());

it('frees the memory of empty rooms', async () => {
  const inspector = await Inspector.connect(server);
  // Warm-up for compiled code and caches.
  await emptyRooms(await fillRooms());
  const before = await inspector.heapInUse();
  const members = await fillRooms();
  const filled = await inspector.heapInUse();
  await emptyRooms(members);
  const after = await inspector.heapInUse();
  inspector.end();

  const taken = filled - before;
  // All messages, with one byte per character.
  const said = limits.rooms * limits.history * limits.charactersPerMessage;
  expect(taken).toBeGreaterThan(said);
  expect(after - before).toBeLessThan(taken / 10);
  const bound = 100_000;
  expect(taken / limits.rooms).toBeLessThan(bound);
  await expectEvidence('memory', {
    kind: 'facts',
    production: {
      rooms: limits.rooms,
      messagesOfEach: limits.history,
      charactersOfEachMessage: limits.charactersPerMessage,
      ofEachRoom: `less than ${bound / 1_000} kB`,
      whenAllAreGone: 'given back',
    },
  });
});

/** Fills every room with one member and its maximum number of messages. */
async function fillRooms(): Promise<WebSocket[]> {
  const members: WebSocket[] = [];
  for (let room = 1; room <= limits.rooms; room++) {
    const visitor = await visit(server.url, `memory-${room}`);
    members.push(visitor.socket);
    for (let number = 1; number <= limits.history; number++) {
      visitor.say(`${number} `.padEnd(limits.charactersPerMessage, 'x'));
    }
    await visitor.until(({ messages }) => messages.length === limits.history);
  }
  return members;
}

/** Disconnects all clients; the server may be notified later. */
async function emptyRooms(members: WebSocket[]): Promise<void> {
  await leaveAll(members);
  await expect.poll(() => listRooms(server.url)).toEqual([]);
}
