import { afterEach, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { limits } from '../src/shared/room-limits';
import { expectEvidence } from './support/evidence';
import { onBoth } from './support/on-both';
import {
  type Admission,
  knock,
  leaveAll,
  listRooms,
  membersOf,
  roomUrl,
  tryAll,
  tryToEnter,
  visit,
} from './support/visitor';

const full: Admission = {
  socket: 'closed',
  code: 4409,
  reason: 'This room is full',
};
// Measured values for `evidence/limits.json`.
const measured: Record<string, object> = {};
let inside: WebSocket[] = [];

afterEach(async () => {
  await leaveAll(inside);
  inside = [];
});

it('closes the socket of a client in a full room, with the reason', async () => {
  measured['fullRoom'] = await onBoth(async (server) => {
    const names = Array.from({ length: limits.membersPerRoom }, () => 'full');
    expect(await enterAll(server, names)).toEqual(names.map(() => welcomed));
    const [outcome] = await enterAll(server, ['full']);
    expect(outcome).toEqual(full);

    await leaveAll(inside.splice(0, 1));
    // The client may be notified before the room.
    await expect
      .poll(() => membersOf(server, 'full'))
      .toHaveLength(names.length - 1);
    expect(await enterAll(server, ['full'])).toEqual([welcomed]);
    expect(await membersOf(server, 'full')).toHaveLength(names.length);
    await leaveAll(inside);
    return { members: names.length, next: outcome };
  });
});

it('rejects rooms above the limit, and removes empty ones', async () => {
  measured['rooms'] = await onBoth(async (server) => {
    await isEmpty(server);
    const names = Array.from(
      { length: limits.rooms - 1 },
      (_, index) => `room-${index + 1}`,
    );
    await enterAll(server, names);
    expect(inside).toHaveLength(names.length);
    // Five clients at once for the last room: one gets it.
    const rush = ['rush-1', 'rush-2', 'rush-3', 'rush-4', 'rush-5'];
    const outcomes = await enterAll(server, rush);
    const lucky = outcomes.filter(({ socket }) => socket === 'welcomed');
    expect(lucky).toHaveLength(1);
    expect(await listRooms(server)).toHaveLength(limits.rooms);

    const [next] = await enterAll(server, ['one-more']);
    expect(next).toEqual({ socket: 'refused', status: 503 });
    expect(await enterAll(server, ['room-1'])).toEqual([welcomed]);

    await leaveAll(inside);
    await isEmpty(server);
    return {
      ...{ rooms: limits.rooms, next, leftWhenAllAreGone: 0 },
      lastRoom: { wantedBy: rush.length, gotBy: lucky.length },
    };
  });
});

it('rejects invalid room names, and pages of other origins', async () => {
  measured['names'] = await onBoth(async (server) => {
    const wrong = ['Tea', 'tea%20cup', 't_a', 'x'.repeat(41), 'é'];
    const outcomes = await enterAll(server, wrong);
    for (const outcome of outcomes) {
      expect(outcome).toEqual({ socket: 'refused', status: 400 });
    }
    const right = ['tea-2/', 'tea-2?name=Ada', 'tea-2/?name=a/rooms/b'];
    expect(await enterAll(server, right)).toEqual(right.map(() => welcomed));
    expect(await membersOf(server, 'tea-2')).toEqual([
      'Guest',
      'Ada',
      'a/rooms/b',
    ]);
    await leaveAll(inside);
    return { wrong: outcomes[0] };
  });
  measured['otherOrigin'] = await onBoth(async (server) => {
    const origin = 'https://elsewhere.example';
    const outcome = await tryToEnter(knock(server, roomUrl('tea'), { origin }));
    expect(outcome).toEqual({ socket: 'refused', status: 403 });
    return outcome;
  });
});

it('responds to an upgrade with an invalid host', async () => {
  await onBoth(async (server) => {
    const socket = knock(server, roomUrl('tea'), { host: '[not a host' });
    const outcome = await tryToEnter(socket, inside);
    expect(outcome).toEqual(welcomed);
    await leaveAll(inside);
  });
});

it('keeps only the latest messages', async () => {
  measured['history'] = await onBoth(async (server) => {
    const ada = await visit(server, 'history', 'Ada');
    inside.push(ada.socket);
    const said = limits.history + 10;
    for (let number = 1; number <= said; number++) ada.say(`${number}`);
    await ada.until(({ messages }) => messages.at(-1)?.number === said);

    const bob = await visit(server, 'history', 'Bob');
    inside.push(bob.socket);
    const numbers = bob.messages.map(({ number }) => number);
    expect(numbers[0]).toBe(11);
    expect(numbers.at(-1)).toBe(said);
    await leaveAll(inside);
    return { said, newcomerGets: numbers.length };
  });
});

it('removes the messages along with the room', async () => {
  measured['emptyRoom'] = await onBoth(async (server) => {
    const ada = await visit(server, 'empty', 'Ada');
    ada.say('Hello');
    await ada.until(({ messages }) => messages.length === 1);
    await leaveAll([ada.socket]);
    await isEmpty(server);
    const again = await visit(server, 'empty', 'Ada');
    inside.push(again.socket);
    expect(again.messages).toEqual([]);
    return { history: 'is forgotten' };
  });
});

it('matches the evidence', async () => {
  await expectEvidence('limits', { kind: 'facts', ...measured });
});

const welcomed: Admission = { socket: 'welcomed' };

/** Waits until there are no rooms. */
async function isEmpty(server: string): Promise<void> {
  await expect.poll(() => listRooms(server)).toEqual([]);
}

/** Tries to enter rooms; clients that get in are added to `inside`. */
function enterAll(
  server: string,
  rooms: readonly string[],
): Promise<Admission[]> {
  return tryAll(server, rooms, inside);
}
