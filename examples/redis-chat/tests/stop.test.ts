import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChatClient } from './support/chat-client';
import { expectWhole, heardOf, talk } from './support/conversation';
import { expectEvidence } from './support/evidence';
import { type Fleet, startFleet } from './support/fleet';
import { secureStream } from './support/secure-stream';

let fleet: Fleet;

beforeAll(async () => {
  fleet = await startFleet(2);
});
afterAll(() => fleet.stop());

it('a rolling restart replaces one process at a time', async () => {
  const { apps, nginx } = fleet;
  const clients = Array.from(
    { length: 4 },
    (_, index) => new ChatClient(nginx.url, `Client ${index + 1}`, nginx.ca),
  );
  await Promise.all(
    clients.map((client) => client.until(({ isConnected }) => isConnected)),
  );
  const streams = [1, 2].map(() =>
    secureStream(`${nginx.url}/api/events`, { ca: nginx.ca }),
  );
  await Promise.all(streams.map((stream) => stream.event(0)));

  const each = 40;
  const exitCodes: unknown[] = [];
  for (const [index, topic] of ['first', 'second'].entries()) {
    const talking = talk(clients, topic, each);
    await clients[0]?.until((client) => heardOf(client, topic) > 20);
    const { process } = apps[index] ?? fail();
    const exit = once(process, 'exit');
    process.kill('SIGTERM');
    const [code] = (await exit) as [unknown];
    exitCodes.push(code);
    await talking;
    await expectWhole(clients, topic, each);
    await fleet.restart(index);
  }

  await Promise.all(streams.map(({ ended }) => ended));
  const last = streams[0]?.events.findLast(({ id }) => id)?.id ?? '';
  const again = secureStream(`${nginx.url}/api/events`, {
    ca: nginx.ca,
    headers: { 'last-event-id': last },
  });
  expect(await again.event(0)).toEqual({ event: 'welcome', data: 'true' });
  again.leave();

  expect(exitCodes).toEqual([0, 0]);
  const endings = clients.flatMap((client) => client.endings);
  expect(endings.length).toBeGreaterThanOrEqual(clients.length);
  const codes = [...new Set(endings.map(({ code }) => code))];
  expect(codes).toContain(1001);
  for (const client of clients) client.end();
  await expectEvidence('stop', {
    kind: 'facts',
    rolling: {
      ...{ signal: 'SIGTERM', exitCode: exitCodes[0], closeCode: 1001 },
      ...{ said: 2 * clients.length * each, acknowledged: 'all there' },
      ...{ order: 'kept', twice: 'none', stream: 'goes on' },
    },
  });
});

function fail(): never {
  throw new Error('There is none.');
}
