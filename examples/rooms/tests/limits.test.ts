import { afterEach, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { limits } from '../src/shared/limits';
import { expectEvidence } from './support/evidence.ts';
import { onBoth } from './support/on-both.ts';
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
} from './support/visitor.ts';

const full: Admission = {
  socket: 'closed',
  code: 4409,
  reason: 'This room is full',
};
// What this file measures, for `evidence/limits.json`.
const measured: Record<string, object> = {};
let inside: WebSocket[] = [];

afterEach(async () => {
  await leaveAll(inside);
  inside = [];
});

it('closes the socket of who finds a full room, and says why', async () => {
  measured['fullRoom'] = await onBoth(async (server) => {
    const names = Array.from({ length: limits.membersPerRoom }, () => 'full');
    expect(await enterAll(server, names)).toEqual(names.map(() => welcomed));
    const [outcome] = await enterAll(server, ['full']);
    expect(outcome).toEqual(full);

    await leaveAll(inside.splice(0, 1));
    // The client may know before the room does.
    await expect
      .poll(() => membersOf(server, 'full'), polling)
      .toHaveLength(names.length - 1);
    expect(await enterAll(server, ['full'])).toEqual([welcomed]);
    expect(await membersOf(server, 'full')).toHaveLength(names.length);
    await leaveAll(inside);
    return { members: names.length, next: outcome };
  });
});

it('refuses one room too many, and forgets those that are empty', async () => {
  measured['rooms'] = await onBoth(async (server) => {
    await isEmpty(server);
    const names = Array.from(
      { length: limits.rooms - 1 },
      (_, index) => `room-${index + 1}`,
    );
    await enterAll(server, names);
    expect(inside).toHaveLength(names.length);
    // For the last place, five at once: one finds it.
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

it('refuses what is no name of a room, and pages of other origins', async () => {
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

it('answers an upgrade whose host is no host', async () => {
  await onBoth(async (server) => {
    const socket = knock(server, roomUrl('tea'), { host: '[not a host' });
    const outcome = await tryToEnter(socket, inside);
    expect(outcome).toEqual(welcomed);
    await leaveAll(inside);
  });
});

it('remembers the last messages only', async () => {
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

it('forgets with the room what was said in it', async () => {
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

it('is as recorded', async () => {
  await expectEvidence('limits', { kind: 'facts', ...measured });
});

const polling = { timeout: 20_000, interval: 50 };
const welcomed: Admission = { socket: 'welcomed' };

/** Waits until every room is forgotten. */
async function isEmpty(server: string): Promise<void> {
  await expect.poll(() => listRooms(server), polling).toEqual([]);
}

/** Knocks at all these rooms; who is welcomed stays in `inside`. */
function enterAll(
  server: string,
  rooms: readonly string[],
): Promise<Admission[]> {
  return tryAll(server, rooms, inside);
}
