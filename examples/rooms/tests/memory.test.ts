import { afterAll, beforeAll, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { limits } from '../src/shared/limits';
import { expectEvidence } from './support/evidence.ts';
import { Inspector } from './support/inspector.ts';
import { type AppServer, startServer } from './support/server.ts';
import { leaveAll, listRooms, visit } from './support/visitor.ts';

let server: AppServer;

beforeAll(async () => {
  server = await startServer('production', {
    NODE_OPTIONS: '--inspect=127.0.0.1:0',
  });
});
afterAll(() => server.stop());

it('gives back what rooms took when they are empty', async () => {
  const inspector = await Inspector.connect(server);
  // Once before, so that what is compiled and cached is there already.
  await emptyRooms(await fillRooms());
  const before = await inspector.heapInUse();
  const members = await fillRooms();
  const filled = await inspector.heapInUse();
  await emptyRooms(members);
  const after = await inspector.heapInUse();
  inspector.end();

  const taken = filled - before;
  // All that was said, one byte a character.
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

/** Fills every room with one member and as many messages as it remembers. */
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

/** Lets all go; the server may know a little later than they. */
async function emptyRooms(members: WebSocket[]): Promise<void> {
  await leaveAll(members);
  await expect
    .poll(() => listRooms(server.url), { timeout: 20_000 })
    .toEqual([]);
}
