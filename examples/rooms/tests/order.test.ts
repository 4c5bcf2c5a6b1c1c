import { afterEach, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { expectEvidence } from './support/evidence';
import { onBoth } from './support/on-both';
import { knock, roomUrl, visit, Visitor } from './support/visitor';

const atLeast = 1_000;
// Measured values for `evidence/order.json`.
const measured: Record<string, object> = {};
const sockets: WebSocket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});

it('a client that joins while 1,000 messages are sent receives each of them once', async () => {
  measured['join'] = await onBoth(async (server) => {
    const ada = await enter(server, 'order', 'Ada');
    const newcomers: Visitor[] = [];
    let sent = 0;
    // Keeps sending until all have joined, each between two messages.
    while (sent < atLeast || newcomers.length < 10 || !newcomers.every(isIn)) {
      const isNext = newcomers.length < Math.min(sent / 60, 10);
      if (isNext && newcomers.every(isIn)) {
        newcomers.push(open(server, roomUrl('order', 'late')));
      }
      await speakOn(ada, ++sent);
    }
    const all = [ada, ...newcomers];
    await Promise.all(all.map((one) => one.until(hasNumber(sent))));

    // Clients that joined after the last message prove nothing.
    const inTheMiddle = newcomers.filter(({ events }) => {
      const welcome = events.find(({ type }) => type === 'welcome');
      const known = welcome?.type === 'welcome' ? welcome.messages : [];
      const last = known.at(-1)?.number ?? 0;
      return last > 0 && last < sent;
    });
    expect(inTheMiddle.length).toBeGreaterThan(3);
    const heard = all.map(({ messages }) => verdict(numbersOf(messages)));
    expect(new Set(heard)).toEqual(new Set(['each once, in order']));
    return { messages: `at least ${atLeast}`, newcomer: heard[0] };
  });
});

it('all clients receive the messages of two simultaneous senders in the same order', async () => {
  measured['twoSpeakers'] = await onBoth(async (server) => {
    const ada = await enter(server, 'two', 'Ada');
    const bob = await enter(server, 'two', 'Bob');
    const chi = await enter(server, 'two', 'Chi');
    for (let number = 1; number <= atLeast / 2; number++) {
      ada.say(`${number}`);
      bob.say(`${number}`);
      if (number % 25 === 0) {
        await turn();
      }
    }
    const all = [ada, bob, chi];
    await Promise.all(all.map((one) => one.until(hasNumber(atLeast))));
    const [first, ...others] = all.map(({ messages }) =>
      messages.map(({ name, text }) => `${name} ${text}`),
    );
    for (const other of others) expect(other).toEqual(first);
    for (const name of ['Ada', 'Bob']) {
      const own = first.filter((line) => line.startsWith(name));
      const sent = own.map((_line, index) => `${name} ${index + 1}`);
      expect(own).toEqual(sent);
    }
    return { order: 'the same for all', ownOrder: 'kept' };
  });
});

it.each(['read-first', 'join-first'])(
  'a room that awaits its history breaks this (%s)',
  async (order) => {
    measured[order] = await onBoth(async (server) => {
      const path = `/api/probes/late/${order}?room=${crypto.randomUUID()}`;
      const speaker = open(server, path);
      await speaker.until(({ events }) => events.length > 0);
      const newcomer = open(server, path);
      // Keeps sending until the new client has joined, and a little longer.
      let sent = 0;
      for (let more = 0; more < 20; more += isIn(newcomer) ? 1 : 0) {
        await speakOn(speaker, ++sent);
      }
      await newcomer.until(({ lastNumber }) => lastNumber === sent);
      return { newcomer: verdict(numbersOf(newcomer.messages)) };
    });
  },
);

it('matches the evidence', async () => {
  expect(measured['read-first']).toEqual(both({ newcomer: 'misses some' }));
  expect(measured['join-first']).toEqual(
    both({ newcomer: 'hears some twice' }),
  );
  await expectEvidence('order', { kind: 'facts', ...measured });
});

function both<T>(outcome: T): { development: T; production: T } {
  return { development: outcome, production: outcome };
}

async function enter(
  server: string,
  room: string,
  name: string,
): Promise<Visitor> {
  const visitor = await visit(server, room, name);
  sockets.push(visitor.socket);
  return visitor;
}

/** Opens a socket without waiting for it. */
function open(server: string, path: string): Visitor {
  const visitor = new Visitor(knock(server, path));
  sockets.push(visitor.socket);
  return visitor;
}

function isIn({ events }: Visitor): boolean {
  return events.some(({ type }) => type === 'welcome');
}

/** Sends another message once the room lags by at most 50, since new clients would wait after a flood. */
async function speakOn(visitor: Visitor, number: number): Promise<void> {
  visitor.say(`${number}`);
  await visitor.until(({ lastNumber }) => lastNumber > number - 50);
  await turn();
}

/** Lets received data be processed. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function hasNumber(number: number): (visitor: Visitor) => boolean {
  return ({ lastNumber }) => lastNumber >= number;
}

function numbersOf(messages: readonly { number: number }[]): number[] {
  return messages.map(({ number }) => number);
}

function verdict(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  if (new Set(numbers).size < numbers.length) return 'hears some twice';
  return numbers.every((number, index) => number === first + index)
    ? 'each once, in order'
    : 'misses some';
}
