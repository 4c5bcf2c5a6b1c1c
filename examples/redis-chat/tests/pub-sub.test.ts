import { createClient } from '@redis/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RedisBroker } from '../src/server/chat/redis-broker';
import { expectEvidence } from './support/evidence';
import { Redis } from './support/redis';

const polling = { timeout: 30_000, interval: 20 };
let redis: Redis;

beforeAll(async () => {
  redis = await Redis.start();
});
afterAll(() => redis.stop());

it('messages published to a lost connection are lost; a stream resumes', async () => {
  const published: string[] = [];
  const speaker = await createClient({ url: redis.url }).connect();
  const subscriber = createClient({ url: redis.url });
  subscriber.on('error', () => undefined);
  await subscriber.connect();
  await subscriber.subscribe('chat', (text) => published.push(text));

  const followed: string[] = [];
  const broker = new RedisBroker(redis.url);
  broker.follow({
    hear: ({ text }) => followed.push(text),
    lost: () => expect.unreachable(),
  });
  await expect.poll(() => canRead(broker), polling).toBe(true);

  const say = async (text: string) => {
    await speaker.publish('chat', text);
    // The broker's write connection may be lost, too.
    await expect.poll(() => stored(broker, text), polling).toBe(true);
  };
  await say('before');
  await expect.poll(() => published, polling).toEqual(['before']);
  await expect.poll(() => followed, polling).toEqual(['before']);

  // Redis closes both connections, and publishes before they are restored.
  const subscribed = async () =>
    (await speaker.pubSubNumSub(['chat']))['chat'] ?? 0;
  const entry = { key: 'key-of-meanwhile', name: 'Ada', text: 'meanwhile' };
  const list: unknown = await speaker.sendCommand(['CLIENT', 'LIST']);
  const reader = readerId(list);
  await Promise.all([
    speaker.sendCommand(['CLIENT', 'KILL', 'TYPE', 'PUBSUB']),
    speaker.sendCommand(['CLIENT', 'KILL', 'ID', reader]),
    speaker.publish('chat', 'meanwhile'),
    speaker.xAdd('{chat}:messages', '*', entry),
  ]);
  await expect.poll(subscribed, polling).toBe(1);
  await say('after');
  await expect.poll(() => published.at(-1), polling).toBe('after');
  await expect.poll(() => followed.at(-1), polling).toBe('after');

  expect(published).toEqual(['before', 'after']);
  expect(followed).toEqual(['before', 'meanwhile', 'after']);
  await expectEvidence('pub-sub', {
    kind: 'facts',
    lostConnection: { publish: 'loses a message', stream: 'loses none' },
  });
  subscriber.destroy();
  speaker.destroy();
  await broker.close();
});

/** Returns the id of the connection that waits for the next stream entry. */
function readerId(list: unknown): string {
  const lines = typeof list === 'string' ? list.split('\n') : [];
  const line = lines.find((one) => one.includes(' cmd=xread '));
  const id = /^id=(\d+) /.exec(line ?? '')?.[1];
  if (id === undefined)
    throw new Error(`Nobody reads the stream:\n${lines.join('\n')}`);
  return id;
}

function canRead(broker: RedisBroker): Promise<boolean> {
  return broker.read(undefined).then(
    () => true,
    () => false,
  );
}

/** Tries once, always with the same key. */
function stored(broker: RedisBroker, text: string): Promise<boolean> {
  return broker.store({ key: `key-of-${text}`, name: 'Ada', text }).then(
    () => true,
    () => false,
  );
}
