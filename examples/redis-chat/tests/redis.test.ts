import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RedisBroker } from '../src/server/chat/redis-broker';
import { ChatClient } from './support/chat-client';
import { expectWhole, heardOf, talk } from './support/conversation';
import { expectEvidence } from './support/evidence';
import { type Fleet, startFleet } from './support/fleet';

const processes = 3;
const each = 30;
// Measured values for `evidence/redis.json`.
const measured: Record<string, object> = {};
let fleet: Fleet;
let clients: ChatClient[];

beforeAll(async () => {
  fleet = await startFleet(processes);
  clients = Array.from(
    { length: 9 },
    (_, index) =>
      new ChatClient(fleet.nginx.url, `Client ${index + 1}`, fleet.nginx.ca),
  );
  await Promise.all(clients.map((client) => client.until(isConnected)));
});
afterAll(async () => {
  for (const client of clients) client.end();
  await fleet.stop();
});

it('nginx distributes clients across all processes', async () => {
  const shares = await Promise.all(fleet.apps.map(({ url }) => clientsOf(url)));
  expect(shares).toEqual([3, 3, 3]);
  measured['shares'] = { processes, clients: clients.length, of: shares };
});

it('all clients receive the same messages in one order, on three processes', async () => {
  await talk(clients, 'calm', each);
  await expectWhole(clients, 'calm', each);
  measured['calm'] = { said: clients.length * each, ...whole };
});

it('no acknowledged message is lost when a process is killed', async () => {
  const talking = talk(clients, 'app', each);
  await midway('app');
  const [victim] = fleet.apps;
  const gone = once(victim.process, 'exit');
  victim.process.kill('SIGKILL');
  await gone;
  await talking;
  await expectWhole(clients, 'app', each);
  const cut = clients.filter(({ endings }) => endings.length > 0);
  expect(cut.length).toBeGreaterThan(0);
  expect(cut.length).toBeLessThan(clients.length);
  measured['killedProcess'] = {
    ...{ said: clients.length * each, closeCode: cut[0]?.endings[0]?.code },
    ...whole,
  };

  await fleet.restart(0);
  // It has no clients, so nginx sends the next ones to it.
  const next = [1, 2, 3].map(
    (number) =>
      new ChatClient(fleet.nginx.url, `Late ${number}`, fleet.nginx.ca),
  );
  await Promise.all(next.map((client) => client.until(isConnected)));
  const share = await clientsOf(fleet.apps[0]?.url ?? '');
  measured['restartedProcess'] = { newClients: next.length, getsOfThem: share };
  for (const client of next) client.end();
});

it('no acknowledged message is lost when Redis is killed', async () => {
  const before = clients.map(({ endings }) => endings.length);
  const talking = talk(clients, 'redis', each);
  await midway('redis');
  await fleet.redis.kill();
  // Clients that send now are disconnected, and reconnect until it works.
  await Promise.all(
    clients.map((client, index) =>
      client.until(({ endings }) => endings.length > (before[index] ?? 0)),
    ),
  );
  const away = await health();
  expect(away.status).toBe(503);
  await fleet.redis.start();
  await talking;
  await expectWhole(clients, 'redis', each);

  // Messages are in Redis, too, not only on clients.
  const broker = new RedisBroker(fleet.redis.url);
  broker.follow({ hear: () => undefined, lost: () => undefined });
  await expect.poll(() => keysIn(broker), { timeout: 30_000 }).not.toEqual([]);
  const kept = await keysIn(broker);
  const acknowledged = clients.flatMap((client) => client.acknowledged);
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(acknowledged.filter((key) => !kept.includes(key))).toEqual([]);
  await broker.close();

  measured['killedRedis'] = {
    ...{ said: clients.length * each, closeCode: 1013 },
    ...whole,
  };
  const codes = clients.map(({ endings }) => endings.at(-1)?.code);
  expect(codes).toContain(1013);
  const back = await health();
  expect(back.status).toBe(200);
  await expectEvidence('health', {
    kind: 'http',
    exchanges: { away: away.exchange, back: back.exchange },
  });
});

it('nothing is acknowledged while Redis hangs, and nothing is lost', async () => {
  const [ada] = clients;
  const count = ada.endings.length;
  fleet.redis.signal('SIGSTOP');
  const key = ada.say('hang: Are you there?');
  await ada.until(({ endings }) => endings.length > count);
  expect(ada.acknowledged).not.toContain(key);
  fleet.redis.signal('SIGCONT');
  await ada.until(({ texts }) => texts.includes('hang: Are you there?'));
  for (const client of clients) {
    await client.until(() => heardOf(client, 'hang') === 1);
  }
  measured['hungRedis'] = {
    ...{ closeCode: ada.endings[count]?.code, message: 'arrives once' },
  };
});

it('matches the evidence', async () => {
  await expectEvidence('redis', { kind: 'facts', ...measured });
});

const whole = { acknowledged: 'all there', order: 'kept', twice: 'none' };

function isConnected(client: ChatClient): boolean {
  return client.isConnected;
}

/** Resolves after a third of the messages. */
async function midway(topic: string): Promise<void> {
  const third = (clients.length * each) / 3;
  await clients[0]?.until((client) => heardOf(client, topic) >= third);
}

/** Returns the keys of all messages in Redis; empty without a connection. */
async function keysIn(broker: RedisBroker): Promise<string[]> {
  try {
    const { messages } = await broker.read('1-0');
    return messages.map(({ key }) => key);
  } catch {
    return [];
  }
}

async function clientsOf(url: string): Promise<unknown> {
  const answer: unknown = await (await fetch(`${url}/api/health`)).json();
  return typeof answer === 'object' && answer !== null && 'clients' in answer
    ? answer.clients
    : undefined;
}

/** Returns the health of a process as evidence. */
async function health() {
  const url = '/api/health';
  const response = await fetch(`${fleet.apps[1]?.url}${url}`);
  const { status, statusText } = response;
  const text = JSON.stringify(await response.json(), stable, 2);
  return {
    status,
    exchange: {
      request: { method: 'GET', url },
      response: {
        ...{ status, statusText },
        headers: {
          'content-type': response.headers.get('content-type') ?? '',
        },
        body: text,
      },
    },
  };
}

/** Removes the connected clients, which differ between runs. */
function stable(key: string, value: unknown): unknown {
  return key === 'clients' ? '<clients>' : value;
}
