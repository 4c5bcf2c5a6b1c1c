import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Broker, Following } from '../src/server/chat/broker';
import { type Listener, Hub } from '../src/server/chat/hub';
import { MemoryBroker } from '../src/server/chat/memory-broker';
import { RedisBroker } from '../src/server/chat/redis-broker';
import type { ChatMessage } from '../src/shared/chat-event';
import { limits } from '../src/shared/chat-limits';
import { isAfter } from '../src/shared/message-id';
import { expectEvidence } from './support/evidence';
import { Redis } from './support/redis';

let redis: Redis;
const brokers: Broker[] = [];

beforeAll(async () => {
  redis = await Redis.start();
});
afterAll(async () => {
  await Promise.all(brokers.map((broker) => broker.close()));
  await redis.stop();
});

describe.each([
  ['memory', () => new MemoryBroker()],
  ['redis', () => new RedisBroker(redis.url)],
])('the broker %s', (name, make) => {
  let broker: Broker;
  const heard: ChatMessage[] = [];

  beforeAll(async () => {
    broker = await started(make(), {
      hear: (message) => heard.push(message),
      lost: () => expect.unreachable(),
    });
  });

  it('stores each key once, and delivers each message', async () => {
    expect(broker.name).toBe(name);
    const ids = await Promise.all(
      ['Hello', 'again', 'Hello'].map((text) =>
        broker.store({ key: `key-of-${text}`, name: 'Ada', text }),
      ),
    );
    expect(ids[2]).toBe(ids[0]);
    expect(isAfter(ids[1] ?? '', ids[0] ?? '')).toBe(true);
    await expect.poll(() => heard, polling).toHaveLength(2);
    expect(heard.map(({ id, text }) => [id, text])).toEqual([
      [ids[0], 'Hello'],
      [ids[1], 'again'],
    ]);
  });

  it('reads the messages after an id', async () => {
    const [first, second] = heard;
    expect(await broker.read(first.id)).toEqual({
      resumed: true,
      messages: [second],
    });
    expect(await broker.read(second.id)).toEqual({
      resumed: true,
      messages: [],
    });
    // An id of another time; later messages may be deleted.
    expect(await broker.read('1-0')).toEqual({
      resumed: false,
      messages: heard,
    });
  });

  it('sends the latest messages to a new client, and limits their number', async () => {
    const many = Array.from({ length: limits.stored + 200 }, (_, n) => `${n}`);
    await Promise.all(
      many.map((text) =>
        broker.store({ key: `many-${text}`, name: 'Ada', text }),
      ),
    );
    const { resumed, messages } = await broker.read(undefined);
    expect(resumed).toBe(false);
    expect(messages.map(({ text }) => text)).toEqual(
      many.slice(-limits.history),
    );
    const kept = (await broker.read('1-0')).messages;
    expect(kept.length).toBeGreaterThanOrEqual(limits.stored);
    // Redis trims in blocks of a hundred.
    expect(kept.length).toBeLessThanOrEqual(limits.stored + 100);
    // The first message is deleted, so its client can't resume.
    expect((await broker.read(heard[0]?.id)).resumed).toBe(false);
  });

  it('a client that joins during a conversation receives each message once, in order', async () => {
    const hub = new Hub(make());
    brokers.push(hub.broker);
    await readable(hub.broker);
    const newest = (await hub.broker.read(undefined)).messages.at(-1)?.id;
    const said = 500;
    const newcomers: Newcomer[] = [];
    const storing: Promise<string>[] = [];
    for (let number = 0; number < said; number++) {
      const key = `join-${number}`;
      const text = `${number}`;
      storing.push(hub.broker.store({ key, name: 'Ada', text }));
      if (number % 10 === 0) {
        const newcomer = new Newcomer();
        newcomers.push(newcomer);
        await hub.join(newcomer, newest ?? (await storing[0]));
      }
    }
    const last = (await Promise.all(storing)).at(-1);
    for (const { ids } of newcomers) {
      await expect.poll(() => ids.at(-1), polling).toBe(last);
      expect(
        ids.every((id, n) => n === 0 || isAfter(id, ids[n - 1] ?? '')),
      ).toBe(true);
      expect(ids.length).toBeGreaterThanOrEqual(said - 1);
    }
    for (const newcomer of newcomers) hub.leave(newcomer);
    expect(hub.size).toBe(0);
    await expectEvidence('join', {
      kind: 'facts',
      ...{ newcomers: newcomers.length, messages: said },
      heard: 'each once, in order',
    });
  });
});

it('a client that reconnects to a process that lags behind receives nothing twice', async () => {
  const broker = new LateBroker();
  const hub = new Hub(broker);
  const store = (key: string) => broker.store({ key, name: 'Ada', text: key });
  await store('first');
  // Received from another process before.
  const last = await store('second');
  const client = new Newcomer();
  await hub.join(client, last);
  broker.catchUp();
  expect(client.ids).toEqual([]);
  const next = await store('third');
  broker.catchUp();
  expect(client.ids).toEqual([next]);
});

it('a Redis broker that lost its messages reports this', async () => {
  const forgetful = await Redis.start(['--appendonly', 'no']);
  let lost = 0;
  const broker = await started(new RedisBroker(forgetful.url), {
    hear: () => undefined,
    lost: () => (lost += 1),
  });
  const id = await broker.store({ key: 'before-it', name: 'Ada', text: 'Hi' });
  await forgetful.kill();
  await expect(broker.check()).rejects.toThrow();
  await expect(
    broker.store({ key: 'meanwhile', name: 'Ada', text: 'Hello' }),
  ).rejects.toThrow();
  await forgetful.start();
  await expect.poll(() => lost, polling).toBe(1);
  await readable(broker);
  const after = await broker.read(id);
  expect(after).toEqual({ resumed: false, messages: [] });
  await expectEvidence('forgetful', {
    kind: 'facts',
    withoutAppendOnly: { acknowledged: 'lost', clients: 'come anew' },
  });
  await forgetful.stop();
});

const polling = { timeout: 30_000, interval: 20 };

/** Delivers messages on command, like a process whose connection to Redis was just restored. */
class LateBroker extends MemoryBroker {
  readonly #held: ChatMessage[] = [];
  #following: Following | undefined;
  override follow(following: Following): void {
    this.#following = following;
    super.follow({
      ...following,
      hear: (message) => this.#held.push(message),
      lost: () => following.lost(),
    });
  }
  catchUp(): void {
    for (const message of this.#held.splice(0)) {
      this.#following?.hear(message);
    }
  }
}

/** A client that only receives. */
class Newcomer implements Listener {
  readonly ids: string[] = [];
  welcome({ messages }: { messages: readonly ChatMessage[] }): void {
    this.ids.push(...messages.map(({ id }) => id));
  }
  hear({ id }: ChatMessage): void {
    this.ids.push(id);
  }
  lost(): void {
    expect.unreachable();
  }
}

async function started(broker: Broker, following: Following): Promise<Broker> {
  brokers.push(broker);
  broker.follow(following);
  await readable(broker);
  return broker;
}

/** Resolves once it is connected. */
async function readable(broker: Broker): Promise<void> {
  await vi.waitFor(() => broker.read(undefined), polling);
}
