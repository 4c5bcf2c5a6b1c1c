import { once } from 'node:events';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import WebSocket from 'ws';
import { expectEvidence } from './support/evidence';
import { onBoth } from './support/on-both';
import { type AppServer, startServer } from './support/server';
import { type SilentNetwork, silentNetwork } from './support/silent-network';
import { membersOf, visit, type Visitor } from './support/visitor';

// Measured values for `evidence/leaving.json`.
const measured: Record<string, object> = {};
let withoutHeartbeat: AppServer;

beforeAll(async () => {
  withoutHeartbeat = await startServer('production', {
    HEARTBEAT_SECONDS: '0',
  });
});
afterAll(() => withoutHeartbeat.stop());

it.each([
  ['closes', (socket: WebSocket) => socket.close()],
  ['cuts', (socket: WebSocket) => socket.terminate()],
])('notifies the others when one %s', async (how, go) => {
  measured[how] = await onBoth(async (server) => {
    const ada = await visit(server, how, 'Ada');
    const bob = await visit(server, how, 'Bob');
    go(bob.socket);
    await ada.until(hasLeft);
    expect(await membersOf(server, how)).toEqual(['Ada']);
    await ada.leave();
    return { others: 'are told' };
  });
});

it('detects a lost network with the heartbeat only', async () => {
  const [development, production, without] = await Promise.all([
    loseNetwork(inject('development')),
    loseNetwork(inject('production')),
    loseNetwork(withoutHeartbeat.url),
  ]);
  for (const { ada, bob, server, twoPings } of [development, production]) {
    await ada.until(hasLeft);
    expect(await membersOf(server, 'lost')).toEqual(['Ada']);
    // Bob can't be notified.
    expect(bob.socket.readyState).toBe(WebSocket.OPEN);
    // Ada sends nothing, but her second ping was sent because she answered the first.
    await twoPings;
    expect(ada.socket.readyState).toBe(WebSocket.OPEN);
  }
  // Without the heartbeat, the loss is not noticed.
  without.ada.say('Are you there?');
  await without.ada.until(({ messages }) => messages.length === 1);
  expect(without.ada.events.some(({ type }) => type === 'left')).toBe(false);
  const members = await membersOf(without.server, 'lost');
  expect(members).toEqual(['Ada', 'Bob']);

  const found = { room: 'notices', client: 'believes to be connected' };
  measured['lostNetwork'] = { development: found, production: found };
  const kept = { room: 'keeps it' };
  measured['silentClient'] = { development: kept, production: kept };
  measured['lostNetworkWithoutHeartbeat'] = {
    production: { room: 'still counts the client' },
  };
  for (const { network, ada } of [development, production, without]) {
    network.end();
    await ada.leave();
  }
});

it('matches the evidence', async () => {
  await expectEvidence('leaving', { kind: 'facts', ...measured });
});

interface Loss {
  readonly server: string;
  readonly network: SilentNetwork;
  readonly ada: Visitor;
  readonly bob: Visitor;
  /** Resolves after two more pings for Ada. */
  readonly twoPings: Promise<unknown>;
}

/** Ada and Bob are in a room, and Bob's network stops responding. */
async function loseNetwork(server: string): Promise<Loss> {
  const network = await silentNetwork(server);
  const ada = await visit(server, 'lost', 'Ada');
  const bob = await visit(network.url, 'lost', 'Bob');
  await ada.until(({ events }) => events.some(({ type }) => type === 'joined'));
  network.fallSilent();
  const twoPings = once(ada.socket, 'ping').then(() =>
    once(ada.socket, 'ping'),
  );
  return { server, network, ada, bob, twoPings };
}

function hasLeft({ events }: Visitor): boolean {
  return events.some(({ type }) => type === 'left');
}
